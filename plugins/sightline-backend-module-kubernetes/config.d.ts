export interface Config {
  sightline?: {
    /**
     * Clusters to watch besides those under `kubernetes.clusterLocatorMethods`, which
     * are watched without being named here. How each is watched is set under
     * `sightline.sources`, by `kubernetes:<cluster>`.
     */
    kubernetes?: {
      /** Path of a kubeconfig. Default: none is read. */
      kubeconfig?: string;
      /** Contexts of the kubeconfig to watch. Default: the current one. */
      contexts?: string[];
      /** The name of the cluster we run in ourselves, to watch it by our own service account. Default: it is not watched. */
      inCluster?: string;
      /** Names of clusters that are not watched. Default: none. */
      leaveOut?: string[];
      /**
       * Tokens of our own, for clusters whose `authProvider` needs a user or a cloud's
       * programs: `{ cluster, token }` or `{ cluster, tokenFile }`; the file is read anew
       * with each request. They come before what Backstage has. Default: none.
       * @deepVisibility secret
       */
      credentials?: Array<{
        cluster: string;
        token?: string;
        tokenFile?: string;
      }>;
    };
  };
}

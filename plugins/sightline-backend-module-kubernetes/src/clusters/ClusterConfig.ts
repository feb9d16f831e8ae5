/** Where the credentials are looked up, anew for each request where they may change. */
export type ClusterCredentials =
  | { kind: 'none' }
  | { kind: 'token'; token: string }
  /** a file that Kubernetes replaces from time to time */
  | { kind: 'tokenFile'; file: string }
  | { kind: 'basic'; username: string; password: string };

/** One cluster, and how to speak with it. */
export type ClusterConfig = {
  name: string;
  /** without a slash at its end */
  url: string;
  title?: string;
  credentials: ClusterCredentials;
  /** in PEM format: who may have issued its certificate */
  ca?: string;
  /** our own certificate and its key */
  cert?: string;
  key?: string;
  skipTlsVerify: boolean;
};

/** A cluster that is configured and cannot be watched, and why. */
export type RefusedCluster = { name: string; why: string };

/** What was found in one place: each may be watched, or it is known why not. */
export type FoundCluster = ClusterConfig | RefusedCluster;

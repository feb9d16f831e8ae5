export interface Config {
  sightline?: {
    /** Brokers that keep contracts. How often each is asked is set under `sightline.sources`, by `pact:<id>`. */
    pact?: {
      /** Pact Brokers and PactFlow. Default: none. */
      brokers?: Array<{
        /** Small letters, digits and hyphens; the source is `pact:<id>`. */
        id: string;
        /** Where its index is, with the path in front of it if there is one: `https://tools.example/pact`. */
        url: string;
        /**
         * `token`, sent as a bearer (PactFlow), or `username` and `password`. A user
         * that may only read is enough. Default: none.
         * @deepVisibility secret
         */
        auth?: { token?: string; username?: string; password?: string };
        /**
         * Sent with every request; they come before what `auth` makes. Default: none.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** Certificates in PEM format; `$file` reads one. Default: those Node trusts. */
        tls?: {
          /** Authorities that may have issued the server's certificate, instead of Node's. */
          ca?: string;
          /** Our own certificate, where the server asks for one. */
          cert?: string;
          /**
           * The key of `cert`.
           * @visibility secret
           */
          key?: string;
        };
        /** Names of the environments to look at. Default: all. */
        environments?: string[];
        /**
         * Branches whose newest pacts are looked at, besides what is deployed or
         * released. Default: all.
         */
        branches?: string[];
        /** What the broker tells us by itself, so that nobody waits for the next round. */
        webhook?: {
          /**
           * What it has to show, at least 16 characters. Without it webhooks are refused. Default: none.
           * @visibility secret
           */
          secret?: string;
        };
      }>;
    };
  };
}

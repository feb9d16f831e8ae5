import { HumanDuration } from '@backstage/types';

export interface Config {
  sightline?: {
    /** Systems that keep metrics. How often each is asked is set under `sightline.sources`, by `prometheus:<id>`. */
    prometheus?: {
      /** Prometheus, Mimir, Thanos, or what answers like them. Default: none. */
      servers?: Array<{
        /**
         * Small letters, digits and hyphens; the source is `prometheus:<id>`. Under
         * another id the last minutes are counted once more.
         */
        id: string;
        /** Up to where `/api/v1` begins: `http://prometheus:9090`, `https://mimir.example/prometheus`. */
        url: string;
        /**
         * Whose metrics are asked for, of a server with several tenants. Default: none.
         * @visibility secret
         */
        tenant?: string;
        /** The header that names the tenant; `THANOS-TENANT` for Thanos. Default: `X-Scope-OrgID`. */
        tenantHeader?: string;
        /**
         * `token`, sent as a bearer, or `username` and `password`. Default: none.
         * @deepVisibility secret
         */
        auth?: { token?: string; username?: string; password?: string };
        /**
         * Sent with every request; they come before what `tenant` and `auth` make. Default: none.
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
        /** Who calls whom, from the metrics of Collectors, Tempo and probes. */
        calls?: {
          /** Default: true. */
          enabled?: boolean;
          /** How old a minute must be to be asked about, as samples take time to arrive; at most 10 minutes. Default: 30 seconds. */
          settle?: HumanDuration | string;
          /** How far back minutes are made up for when nobody could ask; 1 minute to 1 hour. Default: 15 minutes. */
          catchUp?: HumanDuration | string;
          /** How long a counter may be without samples and still be the same; 1 minute to 1 hour. Default: 10 minutes. */
          gap?: HumanDuration | string;
          /** The environment of services whose labels name none. Default: none. */
          environment?: string;
          /** Labels and their values: only series that have them are read. Default: all. */
          where?: { [label: string]: string };
        };
        /**
         * Objectives that are measured by it. How often is set under
         * `sightline.sources`, by `slo:prometheus:<id>`; how often it is read which
         * services have metrics, by `prometheus:<id>:names`.
         */
        slo?: {
          /** Default: true. */
          enabled?: boolean;
          /** Questions at the same time, 1 to 50. Default: 4. */
          atOnce?: number;
          /** Whether objectives for which Sloth or Pyrra wrote rules are taken over. Default: true. */
          discover?: boolean;
        };
      }>;
    };
  };
}

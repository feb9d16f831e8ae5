import { HumanDuration } from '@backstage/types';

export interface Config {
  sightline?: {
    /** Systems that keep traces. How often each is asked is set under `sightline.sources`, by `traces:<id>`. */
    traces?: {
      /**
       * Where people look at a trace, with `{traceId}` in it:
       * `https://jaeger.example/trace/{traceId}`. Needs no back-end.
       * Default: traces are named, and lead nowhere.
       */
      link?: string;
      /** Asked for traces, to see who calls whom. Default: none. */
      backends?: Array<{
        /** Small letters, digits and hyphens; the source is `traces:<id>`. */
        id: string;
        type: 'jaeger' | 'tempo';
        /** Where its HTTP API is: `https://jaeger.example`, `http://tempo:3200`, with the path below which it lives. */
        url: string;
        /**
         * Sent with every request: `Authorization`, or Tempo's tenant `X-Scope-OrgID`.
         * Default: none.
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
        /** For traces of this back-end, before the common `link`. */
        link?: string;
        /** The time from which one sample is taken, 10 seconds to 30 minutes. Default: 2 minutes. */
        window?: HumanDuration | string;
        /** How old a window must be to be asked about, as traces take time to arrive; at most 20 minutes. Default: 30 seconds. */
        settle?: HumanDuration | string;
        /** Services whose traces are not asked for. Default: what Jaeger leaves behind when it is asked. */
        leaveOut?: string[];
        /** What is asked for at most, for one window. */
        atMost?: {
          /** Services; where there are more, they take turns. Default: 25. */
          services?: number;
          /** Traces of one service. Default: 10. */
          tracesOfAService?: number;
          /** Traces of all services. Default: 200. */
          traces?: number;
          /** Size of one answer. Default: 4. */
          mebibytes?: number;
        };
      }>;
    };
  };
}

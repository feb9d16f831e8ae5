import { HumanDuration } from '@backstage/types';

export interface Config {
  sightline?: {
    /** Traces that are sent to `/api/sightline/otlp/v1/traces`. */
    otlp?: {
      /**
       * Folder for what was received and not counted yet. It must outlive the
       * process and belong to one replica. Default: `sightline-otlp` in the
       * working directory.
       */
      folder?: string;
      body?: {
        /** Largest body, unpacked too. Default: 64. */
        mebibytesAtMost?: number;
        /** How long a body may take to arrive. Default: 30 seconds. */
        within?: HumanDuration | string;
      };
      /** Bodies in memory at the same time; senders beyond are asked to wait. Default: 256. */
      mebibytesUnderWayAtMost?: number;
      log?: {
        /** Bodies on disk; when they are more, senders are asked to wait. Default: 4096. */
        mebibytesAtMost?: number;
      };
      /** How often what was counted is handed on. Default: 10 seconds. */
      reportEvery?: HumanDuration | string;
      pairing?: {
        /** How long a span waits for the other side of its call. Default: 30 seconds. */
        within?: HumanDuration | string;
        /** Spans in memory; beyond, they are counted before their time. Default: 2097152. */
        spansAtMost?: number;
      };
      resent?: {
        /** How long a span that is sent again is recognised. Default: 5 minutes. */
        within?: HumanDuration | string;
      };
    };
  };
}

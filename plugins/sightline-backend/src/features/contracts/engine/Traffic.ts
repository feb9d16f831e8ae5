import {
  Evidence,
  Instant,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

/** One service that was seen leaning on another. */
export type SeenPair = {
  consumer: ServiceRef;
  provider: ServiceRef;
  calls: number;
  /** the consumer waits; otherwise it reads what the provider sends */
  isSync: boolean;
};

/** Who was seen speaking to whom, as far as contracts are compared with it. */
export type Traffic = {
  /** undefined while nobody ever reported calls */
  evidence?: Evidence;
  /** since when anybody is seen */
  since?: Instant;
  /** since when it speaks for itself in traces; undefined: it does not */
  tracedSince(service: ServiceRef): Instant | undefined;
  /** by `consumer provider` */
  pairs: ReadonlyMap<string, SeenPair>;
  /** what a consumer was seen calling at a provider in the last hour, most calls first */
  operations(
    consumer: ServiceRef,
    provider: ServiceRef,
  ): Promise<{ operation: string; calls: number }[]>;
};

import {
  Instant,
  Millis,
  Pacticipant,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { ContractsReport } from '@sightline/backstage-plugin-sightline-node';

/** Everything one broker knew at one moment. */
export type BrokerMirror = ContractsReport & {
  observedAt: Instant;
  freshFor: Millis;
};

/** All brokers, and whom their names stand for. */
export type Contracted = {
  mirrors: readonly BrokerMirror[];
  pacticipant(broker: string, name: string): Pacticipant;
  /** the names a service has on brokers */
  namesOf(ref: ServiceRef): readonly { broker: string; name: string }[];
};

/** Names may hold any character, so that no separator would do. */
export const keyOf = (...parts: readonly (string | undefined)[]) =>
  JSON.stringify(parts);

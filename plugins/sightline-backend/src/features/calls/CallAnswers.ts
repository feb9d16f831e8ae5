import {
  BlastRadius,
  CallMap,
  DependencyDrift,
  Instant,
  Journey,
  JourneysPage,
  MapGrouping,
  Millis,
  ObservedDependencies,
  ServiceCalls,
  ServiceRef,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { Direction } from './engine/graph/neighbours';

/** Which calls are asked about. */
export type CallsScope = {
  environment?: string;
  /** length of the window; an hour when left out */
  length?: Millis;
  /** its end; now when left out */
  until?: Instant;
};

export type MapQuery = CallsScope & {
  groupBy: MapGrouping;
  open: readonly string[];
  focus?: string;
  hops: number;
  direction: Direction;
  compareUntil?: Instant;
  /** edges at most */
  atMost: number;
  /** whether a party may be seen; edges of two that may not are left out */
  mayRead?(owner: string | undefined): boolean;
};

export type JourneysQuery = CallsScope & {
  service?: string;
  q?: string;
  limit: number;
  /** whether the service a journey begins at may be seen */
  mayRead?(owner: string | undefined): boolean;
};

export type ObservedQuery = {
  cursor?: string;
  limit: number;
  /** whether a service may be seen; pairs of two that may not are left out */
  mayRead?(owner: string | undefined): boolean;
};

/** What pages ask about calls. */
export interface CallAnswers {
  map(query: MapQuery): Promise<CallMap>;
  /** who leans on whom, of the whole fleet, page by page */
  observed(query: ObservedQuery): Promise<ObservedDependencies>;
  ofService(ref: ServiceRef, scope: CallsScope): Promise<ServiceCalls>;
  drift(ref: ServiceRef): Promise<DependencyDrift>;
  blastRadius(ref: ServiceRef, scope: CallsScope): Promise<BlastRadius>;
  suspects(ref: ServiceRef, scope: CallsScope): Promise<Suspects>;
  journeys(query: JourneysQuery): Promise<JourneysPage>;
  /** undefined when there is no such journey in the window */
  journey(id: string, scope: CallsScope): Promise<Journey | undefined>;
}

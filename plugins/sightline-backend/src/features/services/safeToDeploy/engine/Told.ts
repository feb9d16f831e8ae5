import {
  ContractVerdict,
  Evidence,
  Instant,
  ObjectiveStatus,
  RolloutState,
  ServiceRef,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Freeze, FreezeSubject } from './freezes/Freeze';

/**
 * Why nothing was said. What could not be found out weighs and holds the answer
 * back; what nobody has set up, or is not about the service, does not: else a
 * company without a Pact Broker would never get a yes.
 */
export type NotTold = Unknown & { weighs: boolean };

/** What somebody said who was asked. */
export type Told<T> =
  | {
      state: 'told';
      value: T;
      /** others who might know something, too, and were not heard lately */
      unheard?: readonly string[];
    }
  | NotTold;

/** How far its rollout is in one cluster. */
export type RolloutTold = {
  cluster: string;
  state: RolloutState;
  words: string;
  evidence: Evidence;
};

/** Somebody a service waits for, and how its objectives stand. */
export type NeededTold = {
  ref: ServiceRef;
  name: string;
  /** calls away, 1 for a direct one */
  depth: number;
  /** worst first; empty where it has none */
  objectives: readonly ObjectiveStatus[];
  /** `false`: that it burns may be told, and no more */
  mayRead: boolean;
};

/** Everything that was found out, each part with its own success or failure. */
export type Findings = {
  service: { ref: ServiceRef; name: string };
  version?: string;
  versionFrom?: 'asked' | 'contracts';
  environment: string;
  contracts: Told<readonly ContractVerdict[]>;
  objectives: Told<readonly ObjectiveStatus[]>;
  rollouts: Told<readonly RolloutTold[]>;
  needs: Told<{ evidence: Evidence; needed: readonly NeededTold[] }>;
  freezes: Told<{
    all: readonly Freeze[];
    subject: FreezeSubject;
  }>;
  /** where the portal is */
  portal?: string;
};

export type FindingsAt = Findings & { now: Instant };

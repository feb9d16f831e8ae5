import {
  Objective,
  ObjectiveProblem,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskedService,
  DiscoveredObjective,
  Indicator,
} from '@sightline/backstage-plugin-sightline-node';
import { AlertRule } from '../engine/judging';
import { PushedObjectives } from './pushed/PushedObjectives';

/** All services as sources are asked about them, in pages. */
export type ServicePages = AsyncIterable<readonly AskedService[]>;

/** Objectives that outside systems have rules for, by the id of the source that found them. */
export type Discovered = ReadonlyMap<string, readonly DiscoveredObjective[]>;

/** What a name in an outside system stands for, in the order asked. */
export type ResolveNames = (
  names: readonly { name: string; namespace: string }[],
) => Promise<(ServiceRef | undefined)[]>;

/** What holds now. */
export type ObjectivesInForce = {
  objectives: Objective[];
  /** by id of the objective: how it is measured */
  indicators: Map<string, Indicator>;
  /** by id of the objective, where it says itself when to alert whom; an empty list: never */
  rules: Map<string, readonly AlertRule[]>;
  /** what cannot be read, or was left out, and where */
  problems: ObjectiveProblem[];
  /** what can be read and counts for nothing here */
  notes: ObjectiveProblem[];
};

/**
 * Objectives from everywhere they are stated, as one list: who wins where several
 * speak of the same, and the last version that could be read where the newest
 * cannot.
 */
export interface ObjectiveBook {
  /**
   * Looks again at documents and asks providers; one replica at a time, every
   * `config.openslo.every`. What cannot be read leaves what was read before.
   */
  refresh(services: ServicePages, signal: AbortSignal): Promise<void>;
  /** Everything in force. Reads what `refresh` kept, on whichever replica. */
  read(
    services: ServicePages,
    discovered: Discovered,
  ): Promise<ObjectivesInForce>;
  /** objectives that come through the API */
  pushed: PushedObjectives;
}

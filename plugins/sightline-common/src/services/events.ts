import { AliasState, OutsideName } from './model';
import type { ContractChange } from '../contracts/model';
import type { OnCallState } from '../oncall/model';
import type { ObjectiveState } from '../slo/status';
import type { IsoTime } from '../units/time';
import type { Deploy, RolloutState, WorkloadKey } from '../workloads/model';
import { ServiceRef } from './ServiceRef';

/**
 * What Sightline tells others through Backstage's events service.
 *
 * Delivered at least once and in order within a topic; an event that comes
 * again carries the same `id`, so a consumer can tell.
 */

/** One thing that is different about a service. @public */
export type ServiceChange = {
  what:
    | 'owner'
    | 'tier'
    | 'lifecycle'
    | 'system'
    | 'domain'
    | 'type'
    | 'title'
    | 'version'
    | 'dataClassification'
    | 'runbook';
  /** left out when there was none; owner, system and domain are entity refs */
  from?: string;
  to?: string;
};

/** Topics Sightline publishes, with the payload of each. @public */
export interface SightlineEvents {
  'sightline.service.added': { ref: ServiceRef };
  'sightline.service.removed': { ref: ServiceRef };
  'sightline.service.changed': { ref: ServiceRef; changes: ServiceChange[] };
  /** an outside name is taken to mean something else than before */
  'sightline.alias.changed': {
    outside: Omit<OutsideName, 'labels'>;
    from: { state: AliasState | 'unseen'; service?: ServiceRef };
    to: { state: AliasState; service?: ServiceRef };
    /** who decided; left out when matching did */
    by?: string;
  };
  /** an objective stands differently than before */
  'sightline.objective.changed': {
    ref: ServiceRef;
    /** id of the objective */
    objective: string;
    title: string;
    from: ObjectiveState;
    to: ObjectiveState;
    words: string;
    at: IsoTime;
  };
  /** a pact was published, verified, broken, mended… */
  'sightline.contract.changed': {
    /** id of the source that mirrors the broker */
    broker: string;
    kind: ContractChange['kind'];
    /** as the broker names them */
    consumer: string;
    provider: string;
    /** those of the two that are known to be services */
    refs: ServiceRef[];
    words: string;
    at: IsoTime;
  };
  /** another pod template is rolled out; a rollback is one, a restart is none */
  'sightline.workload.deployed': {
    /** left out while nobody knows whose it is */
    ref?: ServiceRef;
    workload: WorkloadKey;
    kind: Deploy['kind'];
    fromVersion?: string;
    toVersion?: string;
    words: string;
    at: IsoTime;
  };
  /** a rollout is further, stuck or over; or what was out is no longer all there */
  'sightline.workload.changed': {
    ref?: ServiceRef;
    workload: WorkloadKey;
    from: RolloutState;
    to: RolloutState;
    words: string;
    at: IsoTime;
  };
  /** somebody else is on call for a team, nobody is any more, or somebody is again */
  'sightline.oncall.changed': {
    /** entity ref */
    team: string;
    from: { state: OnCallState; who: string[] };
    /** entity refs of those on call, as far as the catalog knows them */
    to: { state: OnCallState; who: string[] };
    words: string;
    at: IsoTime;
  };
}

/** @public */
export type SightlineTopic = keyof SightlineEvents;

/** What arrives as `eventPayload`. @public */
export type SightlineEvent<Topic extends SightlineTopic> =
  SightlineEvents[Topic] & {
    /** the same whenever this event is delivered again */
    id: string;
  };

/** Published by the catalog's module: these entities were processed and differ. @public */
export const CATALOG_CHANGED_TOPIC = 'sightline.catalog.changed';

/** @public */
export type CatalogChangedPayload = { refs: string[] };

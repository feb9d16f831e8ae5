import {
  Deploy,
  DeploysPage,
  Evidence,
  HealthSummary,
  Instant,
  LastDeploy,
  RolloutState,
  ServiceRef,
  ServiceWorkloads,
  TimelineMark,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';

/** How far the rollout of a service is in one cluster, by the worst of its workloads there. */
export type ServiceRollout = {
  cluster: string;
  state: RolloutState;
  words: string;
  since?: Instant;
  /** when it was seen, and for how long that may be believed */
  evidence: Evidence;
  /** the newest one in this cluster */
  deploy?: Deploy;
};

export type DeploysQuery = {
  service?: ServiceRef;
  since?: Instant;
  until?: Instant;
  /** 1..200, 50 when left out */
  limit?: number;
  cursor?: string;
  /** which of these services may be seen; undefined: nobody knows whose it is */
  mayRead?(
    services: readonly (ServiceRef | undefined)[],
  ): Promise<(service: ServiceRef | undefined) => boolean>;
};

/** What a row of the Fleet shows. */
export type ServiceInShort = {
  health: HealthSummary;
  lastDeploy?: LastDeploy;
};

/** What runs for a service, without its past. */
export type RunningService = Pick<
  ServiceWorkloads,
  'workloads' | 'skew' | 'gaps'
> & { inShort: ServiceInShort };

/** Answers from what was kept; no cluster is asked. */
export interface WorkloadsReader {
  ofService(ref: ServiceRef): Promise<ServiceWorkloads>;
  /** services that no cluster runs are left out */
  running(
    refs: readonly ServiceRef[],
  ): Promise<Map<ServiceRef, RunningService>>;
  /** newest first */
  deploysOf(ref: ServiceRef, limit: number): Promise<Deploy[]>;
  /** by cluster; empty: no cluster is known to run it */
  rolloutOf(ref: ServiceRef): Promise<ServiceRollout[]>;
  /** services that no cluster runs are left out */
  inShort(
    refs: readonly ServiceRef[],
  ): Promise<Map<ServiceRef, ServiceInShort>>;
  deploys(query: DeploysQuery): Promise<DeploysPage>;
  /** deploys for time lines, oldest first */
  marks(
    ref: ServiceRef,
    range: { from: Instant; to: Instant },
  ): Promise<TimelineMark[]>;
  /** whether any cluster that is set up was ever seen */
  isKnown(): Promise<boolean>;
  /** why a service may have none */
  whyNone(): Promise<Unknown>;
}

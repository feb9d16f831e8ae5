import type { Evidence } from '../evidence/Evidence';
import type { Unknown } from '../evidence/Known';
import type { ServiceRef } from '../services/ServiceRef';
import type { IsoTime } from '../units/time';

/** @public */
export const workloadKinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Rollout',
  'CronJob',
] as const;
/** @public */
export type WorkloadKind = (typeof workloadKinds)[number];

/** One workload of one cluster. @public */
export type WorkloadKey = {
  cluster: string;
  namespace: string;
  kind: WorkloadKind;
  name: string;
};

/**
 * How far a rollout is, as `kubectl rollout status` would say.
 *
 * - `complete`, `progressing`, `paused`
 * - `stuck`: its deadline has passed
 * - `degraded`: it is out, and not all of it is available
 * - `unknown`: the object does not say
 * @public
 */
export const rolloutStates = [
  'stuck',
  'degraded',
  'progressing',
  'paused',
  'unknown',
  'complete',
] as const;
/** @public */
export type RolloutState = (typeof rolloutStates)[number];

/** @public */
export const podTroubles = [
  'image-pull',
  'crash-loop',
  'out-of-memory',
  'unschedulable',
  'failed-mount',
  'init-failing',
  'config-error',
  'not-ready',
  'evicted',
  'failed',
] as const;
/** @public */
export type PodTrouble = (typeof podTroubles)[number];

/** Pods with the same trouble, in words. @public */
export type TroubledPods = {
  trouble: PodTrouble;
  words: string;
  pods: string[];
  /** how many there are, also of those not named */
  count: number;
  container?: string;
  since?: IsoTime;
  restarts?: number;
};

/** @public */
export type ContainerImage = {
  container: string;
  image: string;
  /** the tag, or what is behind the last colon */
  version?: string;
  digests: string[];
};

/** What good practice would have and this workload has not. @public */
export type WorkloadLack =
  | 'no-readiness-probe'
  | 'no-liveness-probe'
  | 'no-requests'
  | 'no-limits'
  | 'no-disruption-budget'
  | 'one-replica'
  | 'floating-image';

/** @public */
export type Workload = {
  key: WorkloadKey;
  service?: { ref: ServiceRef; name: string };
  rollout: { state: RolloutState; words: string; since?: IsoTime };
  replicas: {
    desired: number;
    updated: number;
    ready: number;
    available: number;
  };
  images: ContainerImage[];
  version?: string;
  troubles: TroubledPods[];
  restarts: { lastHour: number; total: number; lastAt?: IsoTime };
  autoscaler?: {
    min: number;
    max: number;
    current: number;
    atMaximum: boolean;
    since?: IsoTime;
    words: string;
  };
  lacks: WorkloadLack[];
  /** newest first; what happened lately in words */
  warnings: { words: string; count: number; lastAt: IsoTime }[];
  /** how it gets there: an Argo CD application, a Flagger canary */
  delivery?: { tool: string; name: string; state: string; words: string };
  evidence: Evidence;
};

/** A workload's pod template changed and was rolled out; a rollback is one, too. @public */
export type Deploy = {
  id: string;
  workload: WorkloadKey;
  service?: ServiceRef;
  kind: 'deploy' | 'rollback';
  at: IsoTime;
  /** left out while it goes on, or when it never ended */
  completedAt?: IsoTime;
  fromVersion?: string;
  toVersion?: string;
  images: string[];
  words: string;
  evidence: Evidence;
};

/** The same service in different versions. @public */
export type VersionSkew = {
  versions: { version: string; clusters: string[]; since?: IsoTime }[];
  words: string;
};

/** Services that are always deployed together. @public */
export type LockStep = {
  services: ServiceRef[];
  together: number;
  of: number;
  within: number;
  words: string;
};

/** Everything that runs for one service. @public */
export type ServiceWorkloads = {
  service: ServiceRef;
  workloads: Workload[];
  /** why there is none: no cluster is connected, or none of them runs it */
  unknown?: Unknown;
  skew?: VersionSkew;
  /** newest first */
  deploys: Deploy[];
  lockStep: LockStep[];
  /** what could not be seen: a forbidden resource, a cluster away */
  gaps: { cluster: string; words: string; since?: IsoTime }[];
};

/** Deploys of many services or of one, newest first. @public */
export type DeploysPage = { items: Deploy[]; nextCursor?: string };

/** How a service runs, by the worst of its workloads, in the few words of a list. @public */
export type HealthSummary = {
  state: RolloutState;
  /** one sentence about the worst one */
  words: string;
  /** how many workloads the service has, over all clusters */
  workloads: number;
  evidence: Evidence;
};

/** The newest deploy of a service, in the few words of a list. @public */
export type LastDeploy = {
  at: IsoTime;
  kind: Deploy['kind'];
  version?: string;
};

import {
  Instant,
  WorkloadKind,
} from '@sightline/backstage-plugin-sightline-common';
import { GroupedTable } from './GroupedTable';
import { Kept, namespaceIn, OwnerKey } from './Kept';
import { Raw } from './raw';
import {
  KeptAutoscaler,
  KeptBudget,
  KeptDelivery,
  KeptRevision,
  KeptWarning,
  shrinkApplication,
  shrinkAutoscaler,
  shrinkBudget,
  shrinkCanary,
  shrinkReplicaSet,
  shrinkRevision,
  shrinkWarning,
} from './shrinkOthers';
import { PodTable } from './PodTable';
import { shrinkPod } from './shrinkPod';
import { KeptWorkload, shrinkWorkload } from './shrinkWorkload';

const one = (key: OwnerKey | undefined) => (key ? [key] : []);

export const createTables = () => ({
  pods: new PodTable(),
  replicasets: new GroupedTable<KeptRevision>(row => one(row.owner)),
  controllerrevisions: new GroupedTable<KeptRevision>(row => one(row.owner)),
  horizontalpodautoscalers: new GroupedTable<KeptAutoscaler>(row =>
    one(row.target),
  ),
  poddisruptionbudgets: new GroupedTable<KeptBudget>(row => [namespaceIn(row)]),
  events: new GroupedTable<KeptWarning>(row => [row.about]),
  canaries: new GroupedTable<KeptDelivery>(row => row.targets),
  applications: new GroupedTable<KeptDelivery>(row => row.targets),
  ...workloadTables(),
});

/** Nobody looks for a workload by what it belongs to. */
const ofWorkloads = () => new GroupedTable<KeptWorkload>(() => []);

const workloadTables = () => ({
  deployments: ofWorkloads(),
  statefulsets: ofWorkloads(),
  daemonsets: ofWorkloads(),
  rollouts: ofWorkloads(),
  cronjobs: ofWorkloads(),
});

/** Everything that is kept of one cluster. */
export type Tables = ReturnType<typeof createTables>;

/** By the plural that the API has for it. */
export type TableName = keyof Tables;

/** The tables of workloads by the kind of their rows. */
export const tableOfKind = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  Rollout: 'rollouts',
  CronJob: 'cronjobs',
} as const satisfies Record<WorkloadKind, TableName>;

/** What is kept of an object; `undefined` where it says too little to be told apart. */
export const shrinkers: Record<
  TableName,
  (object: Raw, now: Instant) => Kept | undefined
> = {
  pods: shrinkPod,
  replicasets: shrinkReplicaSet,
  controllerrevisions: shrinkRevision,
  horizontalpodautoscalers: shrinkAutoscaler,
  poddisruptionbudgets: shrinkBudget,
  events: shrinkWarning,
  canaries: shrinkCanary,
  applications: shrinkApplication,
  deployments: shrinkWorkload('Deployment'),
  statefulsets: shrinkWorkload('StatefulSet'),
  daemonsets: shrinkWorkload('DaemonSet'),
  rollouts: shrinkWorkload('Rollout'),
  cronjobs: shrinkWorkload('CronJob'),
};

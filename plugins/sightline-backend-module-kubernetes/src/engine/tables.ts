import {
  Instant,
  WorkloadKind,
} from '@sightline/backstage-plugin-sightline-common';
import { GroupedTable } from './GroupedTable';
import { Kept, OwnerKey, ownerKey } from './Kept';
import { Raw } from './raw';
import {
  KeptAutoscaler,
  KeptBudget,
  KeptDelivery,
  KeptReplicaSet,
  KeptWarning,
  shrinkApplication,
  shrinkAutoscaler,
  shrinkBudget,
  shrinkCanary,
  shrinkReplicaSet,
  shrinkWarning,
} from './shrinkOthers';
import { KeptPod, shrinkPod } from './shrinkPod';
import { KeptWorkload, shrinkWorkload } from './shrinkWorkload';

const one = (key: OwnerKey | undefined) => (key ? [key] : []);

export const createTables = () => ({
  pods: new GroupedTable<KeptPod>(row => one(row.owner)),
  replicasets: new GroupedTable<KeptReplicaSet>(row => one(row.owner)),
  horizontalpodautoscalers: new GroupedTable<KeptAutoscaler>(row =>
    one(row.target),
  ),
  poddisruptionbudgets: new GroupedTable<KeptBudget>(row => [row.namespace]),
  events: new GroupedTable<KeptWarning>(row => [row.about]),
  canaries: new GroupedTable<KeptDelivery>(row => row.targets),
  applications: new GroupedTable<KeptDelivery>(row => row.targets),
  ...workloadTables(),
});

const ofWorkload = (kind: WorkloadKind) =>
  new GroupedTable<KeptWorkload>(row => [
    ownerKey(kind, row.namespace, row.name),
  ]);

const workloadTables = () => ({
  deployments: ofWorkload('Deployment'),
  statefulsets: ofWorkload('StatefulSet'),
  daemonsets: ofWorkload('DaemonSet'),
  rollouts: ofWorkload('Rollout'),
  cronjobs: ofWorkload('CronJob'),
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

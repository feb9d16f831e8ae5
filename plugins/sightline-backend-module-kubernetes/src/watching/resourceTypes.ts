import { TableName } from '../engine/tables';

/** One type of objects that is listed and watched. */
export type ResourceType = {
  /** its plural in the API */
  name: TableName;
  group: string;
  version: string;
  query?: Record<string, string>;
  /** its definition is there only where somebody installed it */
  custom?: true;
};

/** All that is asked for; the ClusterRole in docs/kubernetes.md has the same. */
export const resourceTypes: readonly ResourceType[] = [
  { name: 'deployments', group: 'apps', version: 'v1' },
  { name: 'statefulsets', group: 'apps', version: 'v1' },
  { name: 'daemonsets', group: 'apps', version: 'v1' },
  { name: 'replicasets', group: 'apps', version: 'v1' },
  { name: 'controllerrevisions', group: 'apps', version: 'v1' },
  {
    ...{ name: 'pods', group: '', version: 'v1' },
    // What is done is of no interest, and there may be much of it.
    query: { fieldSelector: 'status.phase!=Succeeded' },
  },
  {
    ...{ name: 'events', group: '', version: 'v1' },
    query: { fieldSelector: 'type=Warning' },
  },
  { name: 'horizontalpodautoscalers', group: 'autoscaling', version: 'v2' },
  { name: 'poddisruptionbudgets', group: 'policy', version: 'v1' },
  { name: 'cronjobs', group: 'batch', version: 'v1' },
  { name: 'rollouts', group: 'argoproj.io', version: 'v1alpha1', custom: true },
  {
    name: 'applications',
    group: 'argoproj.io',
    version: 'v1alpha1',
    custom: true,
  },
  { name: 'canaries', group: 'flagger.app', version: 'v1beta1', custom: true },
];

/** `/apis/apps/v1` */
export const groupPath = ({ group, version }: ResourceType) =>
  group === '' ? `/api/${version}` : `/apis/${group}/${version}`;

export const pathOf = (type: ResourceType) => `${groupPath(type)}/${type.name}`;

/** Bytes of one object; etcd takes 1.5 MiB where nobody raised that. */
export const objectBytes = 8 * 2 ** 20;

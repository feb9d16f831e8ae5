/** A type of objects, as the API offers it. */
export type Resource = {
  /** its plural, by which it is asked for */
  name: string;
  kind: string;
  /** `v1` or `apps/v1` */
  groupVersion: string;
  namespaced: boolean;
  shortNames: string[];
  /** by which it can be selected, besides its name and namespace */
  fields: string[];
};

type Rest = Partial<Pick<Resource, 'shortNames' | 'fields' | 'namespaced'>>;

const resource = (
  groupVersion: string,
  name: string,
  kind: string,
  rest: Rest = {},
): Resource => ({
  ...{ name, kind, groupVersion, namespaced: true, shortNames: [], fields: [] },
  ...rest,
});

const about = ['apiVersion', 'kind', 'namespace', 'name', 'uid'];

export const resources: readonly Resource[] = [
  resource('v1', 'namespaces', 'Namespace', {
    ...{ namespaced: false, shortNames: ['ns'], fields: ['status.phase'] },
  }),
  resource('v1', 'pods', 'Pod', {
    shortNames: ['po'],
    fields: [
      ...['spec.nodeName', 'spec.restartPolicy', 'spec.schedulerName'],
      ...['spec.serviceAccountName', 'status.phase', 'status.podIP'],
    ],
  }),
  resource('v1', 'events', 'Event', {
    shortNames: ['ev'],
    fields: [
      ...about.map(field => `involvedObject.${field}`),
      ...['type', 'reason', 'reportingComponent', 'source.component'],
    ],
  }),
  resource('apps/v1', 'deployments', 'Deployment', { shortNames: ['deploy'] }),
  resource('apps/v1', 'replicasets', 'ReplicaSet', { shortNames: ['rs'] }),
  resource('apps/v1', 'statefulsets', 'StatefulSet', { shortNames: ['sts'] }),
  resource('apps/v1', 'daemonsets', 'DaemonSet', { shortNames: ['ds'] }),
  resource('apps/v1', 'controllerrevisions', 'ControllerRevision'),
  resource(
    ...(['autoscaling/v2', 'horizontalpodautoscalers'] as const),
    'HorizontalPodAutoscaler',
    { shortNames: ['hpa'] },
  ),
  resource('policy/v1', 'poddisruptionbudgets', 'PodDisruptionBudget', {
    shortNames: ['pdb'],
  }),
  resource('batch/v1', 'cronjobs', 'CronJob', { shortNames: ['cj'] }),
  resource('batch/v1', 'jobs', 'Job'),
];

export const findResource = (groupVersion: string, name: string) =>
  resources.find(one => one.groupVersion === groupVersion && one.name === name);

import { KubeObject } from './objects';

/** What the server has, by plural. */
export const kinds: Record<string, { kind: string; apiVersion: string }> = {
  pods: { kind: 'Pod', apiVersion: 'v1' },
  events: { kind: 'Event', apiVersion: 'v1' },
  deployments: { kind: 'Deployment', apiVersion: 'apps/v1' },
  statefulsets: { kind: 'StatefulSet', apiVersion: 'apps/v1' },
  daemonsets: { kind: 'DaemonSet', apiVersion: 'apps/v1' },
  replicasets: { kind: 'ReplicaSet', apiVersion: 'apps/v1' },
  controllerrevisions: { kind: 'ControllerRevision', apiVersion: 'apps/v1' },
  horizontalpodautoscalers: {
    kind: 'HorizontalPodAutoscaler',
    apiVersion: 'autoscaling/v2',
  },
  poddisruptionbudgets: {
    kind: 'PodDisruptionBudget',
    apiVersion: 'policy/v1',
  },
  cronjobs: { kind: 'CronJob', apiVersion: 'batch/v1' },
  rollouts: { kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1' },
  applications: { kind: 'Application', apiVersion: 'argoproj.io/v1alpha1' },
  canaries: { kind: 'Canary', apiVersion: 'flagger.app/v1beta1' },
};

const shortNames: Record<string, string[]> = {
  pods: ['po'],
  deployments: ['deploy'],
};

const groups = () =>
  [...new Set(Object.values(kinds).map(one => one.apiVersion))].filter(
    one => one !== 'v1',
  );

const resourcesOf = (groupVersion: string, absent: ReadonlySet<string>) =>
  Object.entries(kinds)
    .filter(
      ([name, one]) => one.apiVersion === groupVersion && !absent.has(name),
    )
    .map(([name, { kind }]) => ({
      ...{ name, kind, namespaced: true, singularName: kind.toLowerCase() },
      verbs: ['get', 'list', 'watch'],
      shortNames: shortNames[name] ?? [],
    }));

/** What there is, as the paths of discovery tell it; `undefined` for any other path. */
export const listKinds = (
  path: string,
  absent: ReadonlySet<string>,
): object | undefined => {
  if (path === '/version')
    return { major: '1', minor: '32', gitVersion: 'v1.32.0' };
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  const there = groups().filter(one => resourcesOf(one, absent).length > 0);
  if (path === '/apis') {
    return {
      ...{ kind: 'APIGroupList', apiVersion: 'v1' },
      groups: there.map(groupVersion => {
        const [name, version] = groupVersion.split('/');
        const one = { groupVersion, version };
        return { name, versions: [one], preferredVersion: one };
      }),
    };
  }
  const groupVersion = path.match(/^\/apis?\/(v1|[a-z0-9.]+\/v\w+)$/)?.[1];
  return groupVersion && (groupVersion === 'v1' || there.includes(groupVersion))
    ? {
        ...{ kind: 'APIResourceList', apiVersion: 'v1', groupVersion },
        resources: resourcesOf(groupVersion, absent),
      }
    : undefined;
};

const at = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (within, key) => (within as Record<string, unknown> | undefined)?.[key],
      object,
    );

/** `type=Warning`, `status.phase!=Succeeded` */
export const matches = (
  selector: string | null,
  namespace: string | undefined,
) => {
  const rules = (selector ?? '')
    .split(',')
    .flatMap(one => [one.match(/^([\w.]+)(!?=)=?(.*)$/) ?? []])
    .filter(rule => rule.length > 0);
  return (object: KubeObject) =>
    (namespace === undefined || object.metadata.namespace === namespace) &&
    rules.every(
      ([, path, is, value]) => (at(object, path) === value) === (is === '='),
    );
};

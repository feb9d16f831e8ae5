import { truth } from '../__testUtils__/harbour.ts';
import { momentOf } from '../engine/moments.ts';
import { createTown } from '../engine/Town.ts';
import {
  clusterAt,
  clusterNames,
  conditionOf,
  find,
  read,
  START,
} from './__testUtils__/clusters.ts';
import { moment } from './objects/KubeObject.ts';

const clusters = new Map(clusterNames.map(name => [name, clusterAt(name)]));
const shelvesOf = (cluster: string) => clusters.get(cluster)!;

const hours = (at: string) => moment(momentOf(at, START));
const runs = truth.services.flatMap(({ name, runs: all }) =>
  all.map(run => ({ service: name, ...run })),
);
const hanging = truth.workloads.flatMap(one =>
  'toVersion' in one ? [one] : [],
);
const shelfOf: Record<string, string> = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  CronJob: 'cronjobs',
};

it('has the workloads of the truth in each cluster, and no other', () => {
  for (const [cluster, shelves] of clusters) {
    const found = Object.values(shelfOf).flatMap(shelf =>
      read(shelves, shelf).map(
        ({ kind, metadata: { namespace, name } }) =>
          `${kind}/${namespace}/${name}`,
      ),
    );
    const wanted = runs
      .filter(run => run.cluster === cluster)
      .map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`);
    expect(found.sort()).toEqual(wanted.sort());
  }
});

const podsOf = (cluster: string, workload: string) =>
  read(shelvesOf(cluster), 'pods').filter(
    ({ metadata }) => metadata.labels['app.kubernetes.io/name'] === workload,
  );

it.each(runs.filter(({ kind }) => kind !== 'CronJob'))(
  '$cluster runs $replicas of $name in version $version',
  run => {
    const images = podsOf(run.cluster, run.name)
      .filter(({ status }) => status.containerStatuses[0].ready)
      .map(({ spec }) => spec.containers[0].image);
    expect(images).toEqual(Array(run.replicas).fill(run.image));
  },
);

it.each(runs.filter(({ kind }) => kind === 'CronJob'))(
  '$cluster ran $name in version $version, and it is done',
  run => {
    const pods = podsOf(run.cluster, run.name).map(
      ({ spec, status }) => `${spec.containers[0].image} ${status.phase}`,
    );
    expect(new Set(pods)).toEqual(new Set([`${run.image} Succeeded`]));
  },
);

it('calls pods and versions what the spans call them', () => {
  const told = [...createTown(truth).instances.values()]
    .flat()
    // Each Job makes a new pod; the spans of a CronJob tell of one alone.
    .filter(({ resource }) => !resource['k8s.cronjob.name'])
    .map(({ resource }) => ({
      cluster: resource['k8s.cluster.name'],
      namespace: resource['k8s.namespace.name'],
      pod: resource['k8s.pod.name'],
      workload:
        resource['k8s.deployment.name'] ?? resource['k8s.statefulset.name'],
      version: resource['service.version'],
    }));
  const ready = [...clusters].flatMap(([cluster, shelves]) =>
    read(shelves, 'pods')
      .filter(({ status }) => status.containerStatuses[0].ready)
      .map(({ metadata: { namespace, name, labels } }) => ({
        ...{ cluster, namespace, pod: name },
        workload: labels['app.kubernetes.io/name'],
        version: labels['app.kubernetes.io/version'],
      })),
  );
  const [untold] = truth.services.filter(({ name }) => name === 'warehouse');
  const byPod = (a: { pod: unknown }, b: { pod: unknown }) =>
    String(a.pod) < String(b.pod) ? -1 : 1;
  expect(told.sort(byPod)).toEqual(
    ready
      .filter(({ workload }) => workload !== untold.runs[0].name)
      .sort(byPod),
  );
});

it.each(hanging)('$id: the rollout hangs, and what was before serves', one => {
  const shelves = shelvesOf(one.cluster);
  const deployment = find(shelves, 'deployments', one.name);
  expect(deployment.spec.replicas).toBe(one.desired);
  expect(deployment.spec.template.spec.containers[0].image).toMatch(
    `:${one.toVersion}`,
  );
  expect(deployment.status).toMatchObject({
    replicas: one.available + one.updated,
    updatedReplicas: one.updated,
    availableReplicas: one.available,
    unavailableReplicas: one.updated,
  });
  expect(conditionOf(deployment, 'Available').status).toBe('True');
  expect(conditionOf(deployment, 'Progressing')).toMatchObject({
    ...{ status: 'False', reason: 'ProgressDeadlineExceeded' },
  });
  const sets = read(shelves, 'replicasets').filter(
    ({ metadata }) => metadata.ownerReferences[0].name === one.name,
  );
  expect(
    sets.map(({ metadata, spec, status }) => [
      metadata.labels['app.kubernetes.io/version'],
      ...[spec.replicas, status.availableReplicas ?? 0],
    ]),
  ).toEqual([
    [one.fromVersion, one.available, one.available],
    [one.toVersion, one.updated, 0],
  ]);
  expect(sets[1].metadata.creationTimestamp).toBe(hours(one.since));
  const warnings = read(shelves, 'events')
    .filter(({ type }) => type === 'Warning')
    .map(({ message }) => message);
  expect(warnings).toContainEqual(expect.stringContaining(one.message));
});

it('says of a pod without its image why it waits', () => {
  const { name, cluster, reason, toVersion } = hanging.find(
    ({ trouble }) => trouble === 'image-pull',
  )!;
  const [pod] = read(shelvesOf(cluster), 'pods').filter(
    ({ metadata }) =>
      metadata.labels['app.kubernetes.io/name'] === name &&
      metadata.labels['app.kubernetes.io/version'] === toVersion,
  );
  expect(pod.status.phase).toBe('Pending');
  expect(pod.status.containerStatuses[0].state.waiting.reason).toBe(reason);
});

it('has an autoscaler at its maximum where the truth has one, and only there', () => {
  for (const [cluster, shelves] of clusters) {
    const limited = read(shelves, 'horizontalpodautoscalers').filter(
      one => conditionOf(one, 'ScalingLimited').status === 'True',
    );
    expect(
      limited.map(({ spec, status }) => ({
        name: spec.scaleTargetRef.name,
        max: spec.maxReplicas,
        current: status.currentReplicas,
        since: conditionOf({ status } as never, 'ScalingLimited')
          .lastTransitionTime,
      })),
    ).toEqual(
      truth.workloads.flatMap(one =>
        'maxReplicas' in one && one.cluster === cluster
          ? [
              {
                ...{ name: one.name, max: one.maxReplicas },
                ...{ current: one.currentReplicas, since: hours(one.since) },
              },
            ]
          : [],
      ),
    );
  }
});

it('lacks probes and limits where the truth says so, and nowhere else', () => {
  const lacking = [...clusters.values()].flatMap(shelves =>
    ['deployments', 'statefulsets'].flatMap(shelf =>
      read(shelves, shelf).flatMap(({ metadata: { name }, spec }) => {
        const [container] = spec.template.spec.containers;
        return [
          ...(container.readinessProbe ? [] : [`${name} no-readiness-probe`]),
          ...(container.resources.limits ? [] : [`${name} no-limits`]),
          ...(container.livenessProbe ? [] : [`${name} no-liveness-probe`]),
        ];
      }),
    ),
  );
  expect(lacking.sort()).toEqual(
    truth.workloads
      .flatMap(one =>
        /^no-/.test(one.trouble) && 'name' in one
          ? [`${one.name} ${one.trouble}`]
          : [],
      )
      .sort(),
  );
});

it.each(truth.workloads.filter(({ trouble }) => trouble === 'none'))(
  '$id: the same image in a new ReplicaSet',
  one => {
    if (!('name' in one)) throw new Error('it has no name');
    const shelves = shelvesOf(one.cluster);
    const { template } = find(shelves, 'deployments', one.name).spec;
    expect(template.metadata.annotations).toEqual({
      'kubectl.kubernetes.io/restartedAt': hours(one.since),
    });
    const sets = read(shelves, 'replicasets').filter(
      ({ metadata }) => metadata.ownerReferences[0].name === one.name,
    );
    const [before, now] = sets.slice(-2);
    expect(now.spec.template.spec).toEqual(before.spec.template.spec);
    expect([before.spec.replicas, now.metadata.creationTimestamp]).toEqual([
      0,
      hours(one.since),
    ]);
  },
);

it.each(truth.deploys)(
  '$service in $cluster got $version at $at, as its ReplicaSets tell',
  ({ service, cluster, version, at }) => {
    const run = runs.find(
      one => one.service === service && one.cluster === cluster,
    )!;
    const shelf =
      run.kind === 'Deployment' ? 'replicasets' : 'controllerrevisions';
    const made = read(shelvesOf(cluster), shelf)
      .filter(({ metadata }) => metadata.ownerReferences[0].name === run.name)
      .filter(
        ({ metadata }) =>
          metadata.labels['app.kubernetes.io/version'] === version,
      )
      .map(({ metadata }) => metadata.creationTimestamp);
    expect(made).toContain(hours(at));
  },
);

it('remembers no rollout of the last six weeks but the deploys and restarts of the truth', () => {
  const SIX_WEEKS = 42 * 86_400_000;
  const lately = [...clusters.values()].flatMap(shelves =>
    ['replicasets', 'controllerrevisions'].flatMap(shelf =>
      read(shelves, shelf).filter(
        ({ metadata }) =>
          Date.parse(metadata.creationTimestamp) > START - SIX_WEEKS,
      ),
    ),
  );
  const restarts = truth.workloads.filter(({ trouble }) => trouble === 'none');
  expect(lately).toHaveLength(truth.deploys.length + restarts.length);
});

import { FakeApiServer } from '../FakeApiServer';
import { deployment, KubeObject, pod, replicaSet } from '../objects';

export const workloadsOf = (nth: number) => `service-${nth}`;

/** What real pods carry and nobody here needs: about 8 kB each. */
const ballast = {
  managedFields: Array.from({ length: 4 }, (_, nth) => ({
    ...{ manager: `controller-${nth}`, operation: 'Update', apiVersion: 'v1' },
    fieldsV1: Object.fromEntries(
      Array.from({ length: 24 }, (__, field) => [
        `f:field-${nth}-${field}`,
        { 'f:value': {} },
      ]),
    ),
  })),
};

const env = Array.from({ length: 40 }, (_, nth) => ({
  name: `SETTING_${nth}`,
  value: `what the setting ${nth} says`,
}));

const heavy = (object: KubeObject): KubeObject => ({
  ...object,
  metadata: { ...object.metadata, ...ballast },
  spec: { ...(object.spec as object), env, tolerations: env.slice(0, 5) },
});

/** Each workload with two ReplicaSets and its pods; each tenth has pods in trouble. */
export const fillCluster = (
  server: FakeApiServer,
  { workloads, podsOfEach }: { workloads: number; podsOfEach: number },
) => {
  const waiting = {
    waiting: {
      reason: 'CrashLoopBackOff',
      message: 'back-off 5m0s restarting failed container',
    },
  };
  const lastState = {
    terminated: {
      exitCode: 1,
      reason: 'Error',
      finishedAt: '2026-11-20T10:00:00Z',
    },
  };
  const failing = {
    phase: 'Running',
    containerStatuses: [
      { ...{ name: 'web', restartCount: 9 }, state: waiting, lastState },
    ],
  };
  for (let nth = 0; nth < workloads; nth += 1) {
    const name = workloadsOf(nth);
    server.put(
      'deployments',
      heavy(deployment(name, { replicas: podsOfEach })),
    );
    [1, 2].forEach(revision =>
      server.put(
        'replicasets',
        heavy(
          replicaSet(name, {
            revision,
            replicas: revision === 2 ? podsOfEach : 0,
          }),
        ),
      ),
    );
    for (let one = 0; one < podsOfEach; one += 1) {
      const status = nth % 10 === 0 ? failing : {};
      server.put('pods', heavy(pod(`${name}-2`, { nth: one, status })));
    }
  }
};

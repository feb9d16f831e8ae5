import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { podTroublesOf } from './podTroubles';
import { raw, Raw, rawList } from './raw';
import { shrinkers } from './tables';
import { lookAt, noon, stateOf } from '../__testUtils__/lookAt';

// Recorded from real clusters; not in this repository.
const folder = resolve(
  __dirname,
  '../../../../../shared/data/kubernetes/troubleshoot',
);
const found = existsSync(folder);

const read = (path: string): Raw[] =>
  rawList(JSON.parse(readFileSync(join(folder, path), 'utf8')).items);

/** Whoever owned them is not in the recordings: they become pods of this one. */
const ownedByOne = (pods: Raw[]) =>
  pods.map(pod => ({
    ...pod,
    metadata: {
      ...raw(pod.metadata),
      ownerReferences: [{ kind: 'StatefulSet', name: 'one', controller: true }],
    },
  }));

const ownerOf = ([pod]: Raw[]) => ({
  metadata: { name: 'one', namespace: raw(pod.metadata).namespace },
  spec: {},
});

const whenThere = found ? describe : describe.skip;

whenThere(
  `recordings of clusters${
    found ? '' : ': left out, ../shared/data/kubernetes is not there'
  }`,
  () => {
    it.each([
      ['default', []],
      ['other', []],
      ['default-unhealthy', ['crash-loop']],
      ['other-unhealthy', ['crash-loop']],
      ['message-image-pull-fail', ['image-pull']],
      ['message-oomkill-pod', ['out-of-memory']],
      ['message-pending-node-affinity', ['unschedulable']],
      ['message-pending-pod-resources', ['unschedulable']],
      ['message-pod-crashloop-backoff', ['crash-loop']],
      ['message-pod-init-crashloop-backoff', ['init-failing']],
      ['message-container-creating-failed-mount', []],
    ])('%s: the pod says %j', (name, troubles) => {
      const pods = read(`pods/${name}.json`);
      expect(pods).toHaveLength(1);
      expect(podTroublesOf(pods[0], noon).map(one => one.trouble)).toEqual(
        troubles,
      );
    });

    it('a failed mount is seen by its events', () => {
      const name = 'message-container-creating-failed-mount.json';
      const pods = ownedByOne(read(`pods/${name}`));
      const events = [
        ...read(`events/${name}`),
        ...read('events/message-pod-init-crashloop-backoff.json'),
      ];
      const statefulsets = [ownerOf(pods)];
      const [seen] = lookAt(stateOf({ pods, events, statefulsets }));
      expect(seen.troubles).toEqual([
        expect.objectContaining({
          ...{ trouble: 'failed-mount', count: 1 },
          said: expect.stringMatching(/^FailedMount: .*volume/),
          pods: ['troubleshoot-copyfromhost-4m79m-psdjm'],
        }),
      ]);
    });

    it('all Deployments and StatefulSets are there, with their numbers', () => {
      const deployments = ['default', 'kube-system', 'monitoring'].flatMap(
        name => read(`deployments/${name}.json`),
      );
      const statefulsets = ['default', 'monitoring'].flatMap(name =>
        read(`support-bundle/cluster-resources/statefulsets/${name}.json`),
      );
      const seen = lookAt(stateOf({ deployments, statefulsets }));
      expect(
        seen.map(
          ({ key, replicas: { desired, current, updated, available } }) => [
            key.name,
            desired,
            current,
            updated,
            available,
          ],
        ),
      ).toEqual([
        ['kotsadm-api', 1, 1, 1, 1],
        ['kotsadm-operator', 1, 1, 1, 1],
        ['kotsadm-postgres-watch', 1, 1, 1, 1],
        ['kotsadm-web', 1, 2, 1, 1],
        ['coredns', 2, 2, 2, 2],
        ['metrics-server', 1, 2, 1, 1],
        ['grafana', 1, 1, 1, 1],
        ['kube-state-metrics', 1, 1, 1, 1],
        ['prometheus-adapter', 1, 1, 1, 1],
        ['prometheus-operator', 1, 2, 1, 1],
        ['kotsadm-postgres', 1, 2, 1, 1],
        ['alertmanager-prometheus-alertmanager', 1, 2, 1, 1],
        ['prometheus-k8s', 1, 1, 1, 1],
      ]);
      for (const { conditions, observedGeneration, template, key } of seen) {
        expect(template.images.length).toBeGreaterThan(0);
        expect(observedGeneration).toBeGreaterThan(0);
        const isDeployment = key.kind === 'Deployment';
        expect(conditions.Progressing?.reason).toBe(
          isDeployment ? 'NewReplicaSetAvailable' : undefined,
        );
      }
    });

    it('ReplicaSets are known by their Deployment', () => {
      const sets = [
        ...read('replicasets/default.json'),
        ...read('replicasets/rook-ceph.json'),
      ];
      expect(sets).toHaveLength(14);
      for (const set of sets) {
        expect(shrinkers.replicasets(set, noon)).toMatchObject({
          owner: expect.stringMatching(/^Deployment\/(default|rook-ceph)\//),
          revision: expect.any(Number),
        });
      }
    });
  },
);

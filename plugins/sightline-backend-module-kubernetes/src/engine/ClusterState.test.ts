import fc from 'fast-check';
import { deployment, pod, replicaSet } from '../__testUtils__/objects';
import { lookAt, noon, stateOf } from '../__testUtils__/lookAt';
import { ClusterState } from './ClusterState';
import { Raw } from './raw';
import { shrinkers, TableName } from './tables';

const names = Object.keys(shrinkers) as TableName[];

const row = (version: number, uid = 'u1') =>
  shrinkers.deployments(
    {
      metadata: {
        name: 'web',
        namespace: 'shop',
        uid,
        resourceVersion: String(version),
        generation: version,
      },
    },
    noon,
  )!;

describe('what is known of a cluster', () => {
  it('does not go back when words come late', () => {
    const state = new ClusterState();
    const web = 'Deployment/shop/web';
    expect(state.put('deployments', row(10))).toEqual([web]);
    expect(state.put('deployments', row(9))).toEqual([]);
    expect(state.workload(web)?.generation).toBe(10);
    expect(state.put('deployments', row(11))).toEqual([web, web]);
    expect(state.remove('deployments', row(12))).toEqual([web]);
    expect(state.put('deployments', row(11))).toEqual([]);
    expect(state.all()).toEqual([]);
  });

  it('keeps the new one when the old one of its name goes late', () => {
    const state = new ClusterState();
    state.put('deployments', row(10, 'old'));
    state.put('deployments', row(20, 'new'));
    expect(state.remove('deployments', row(15, 'old'))).toEqual([]);
    expect(state.all()).toEqual(['Deployment/shop/web']);
  });

  it('finds the workload of a pod, whichever comes first', () => {
    const all = {
      deployments: [deployment('web')],
      replicasets: [replicaSet('web')],
      pods: [pod('web-1', { status: { phase: 'Failed', reason: 'Evicted' } })],
    };
    const orders: TableName[][] = [
      ['deployments', 'replicasets', 'pods'],
      ['pods', 'replicasets', 'deployments'],
      ['pods', 'deployments', 'replicasets'],
    ];
    const seen = orders.map(order =>
      lookAt(
        stateOf(
          Object.fromEntries(
            order.map(name => [name, all[name as keyof typeof all]]),
          ),
        ),
      ),
    );
    expect(seen[0][0].troubles).toMatchObject([{ trouble: 'evicted' }]);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});

const anyName = fc.constantFrom(
  'web',
  'a b',
  'é/🚀',
  '',
  '__proto__',
  'constructor',
);

/** Objects that are nearly right: what belongs there, or anything else. */
const anything = fc.anything({ maxDepth: 3 });
const nearly = fc.record(
  {
    metadata: fc.oneof(
      fc.record(
        {
          name: fc.oneof(anyName, anything),
          namespace: fc.oneof(anyName, anything),
          uid: fc.oneof(fc.constantFrom('u1', 'u2'), anything),
          resourceVersion: fc.oneof(fc.nat().map(String), anything),
          labels: anything,
          annotations: anything,
          creationTimestamp: anything,
          ownerReferences: fc.oneof(
            fc.array(
              fc.record({
                kind: fc.constantFrom(
                  'ReplicaSet',
                  'Job',
                  'Deployment',
                  'Pod',
                  'toString',
                ),
                name: anyName,
              }),
            ),
            anything,
          ),
        },
        { requiredKeys: [] },
      ),
      anything,
    ),
    spec: fc.oneof(
      fc.record({
        template: fc.oneof(
          fc.record({ spec: fc.record({ containers: fc.array(anything) }) }),
          anything,
        ),
        replicas: anything,
        selector: anything,
        scaleTargetRef: anything,
      }),
      anything,
    ),
    status: fc.oneof(
      fc.record({
        phase: anything,
        conditions: fc.array(anything),
        containerStatuses: fc.array(
          fc.record({ name: anything, state: anything, lastState: anything }),
        ),
        initContainerStatuses: anything,
      }),
      anything,
    ),
    involvedObject: fc.oneof(
      fc.record({
        kind: fc.constantFrom('Pod', 'Deployment', 'Job'),
        name: anyName,
      }),
      anything,
    ),
    series: anything,
  },
  { requiredKeys: [] },
);

describe('any words of a cluster, in any order', () => {
  it('never throw, and never leave a workload behind that has gone', () => {
    const word = fc.tuple(fc.constantFrom(...names), fc.boolean(), nearly);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), words => {
        const state = new ClusterState();
        for (const [name, isPut, object] of words) {
          const kept = shrinkers[name](object as Raw, noon);
          if (kept && isPut) state.put(name, kept);
          else if (kept) state.remove(name, kept);
        }
        expect(lookAt(state)).toHaveLength(state.all().length);
        names.forEach(name => state.keepOnly(name, new Set()));
        expect(state.all()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

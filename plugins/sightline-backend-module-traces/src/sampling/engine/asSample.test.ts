import { CallsPart } from '@sightline/backstage-plugin-sightline-node';
import { asSample } from './asSample';

const node = (name: string) => ({
  ...{ kind: 'service' as const, environment: '', namespace: '', name },
});

const edge = (caller: number, callee: number, calls: number) => ({
  ...{ minute: 0, caller, callee, operation: 'GET /', calls, errors: 1 },
  ...{ protocol: 'http' as const, mode: 'sync' as const },
  ...{ evidence: 'paired' as const, latency: [79, calls], retries: 0 },
  ...{ estimated: calls * 100, unweighted: 0, firstSeen: 1, lastSeen: 2 },
  samples: { slowest: 'abc' },
});

const count = (step: number, calls: number) => ({
  ...{ step, minute: 0, journeys: 1, parents: 1, calls, errors: 0 },
  ...{ estimated: calls * 100, mostOfAParent: 1, latency: [], critical: 0 },
  ...{ begins: 0, firstSeen: 1, lastSeen: 2, sample: 'abc' },
});

const step = {
  protocol: 'http' as const,
  mode: 'sync' as const,
  operation: '',
};

const parts: CallsPart[] = [
  {
    nodes: [node('a'), node('b')],
    edges: [edge(0, 1, 3)],
    sightings: [],
    journeys: {
      steps: [
        { ...step, caller: 0, callee: 1 },
        { ...step, parent: 0, callee: 0 },
      ],
      counts: [count(0, 1), count(1, 2)],
    },
  },
  {
    nodes: [node('b'), node('c')],
    edges: [edge(0, 1, 4)],
    sightings: [
      {
        ...{ node: 1, version: '1', cluster: '' },
        ...{ kubernetesNamespace: '', workload: '' },
      },
    ],
    journeys: { steps: [{ ...step, callee: 1 }], counts: [count(0, 3)] },
  },
];

describe('asSample', () => {
  const sample = asSample(parts);
  const name = (at: number) => sample.nodes[at].name;

  it('puts parts together, and what they point at stays the same', () => {
    expect(
      sample.edges.map(({ caller, callee, calls }) => ({
        ...{ caller: name(caller), callee: name(callee), calls },
      })),
    ).toEqual([
      { caller: 'a', callee: 'b', calls: 3 },
      { caller: 'b', callee: 'c', calls: 4 },
    ]);
    expect(sample.sightings.map(({ node: at }) => name(at))).toEqual(['c']);
    const { steps, counts } = sample.journeys!;
    expect(steps.map(({ callee }) => name(callee))).toEqual(['b', 'a', 'c']);
    expect(steps.map(({ parent }) => parent)).toEqual([
      undefined,
      0,
      undefined,
    ]);
    expect(counts.map(one => [one.step, one.calls])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('says of each edge that no rate may be made of it, and estimates nothing', () => {
    expect(
      sample.edges.map(({ estimated, unweighted, ratesUnknown }) => [
        ...[estimated, unweighted, ratesUnknown],
      ]),
    ).toEqual([
      [3, 3, true],
      [4, 4, true],
    ]);
    expect(sample.journeys!.counts.map(({ estimated }) => estimated)).toEqual([
      0, 0, 0,
    ]);
  });

  it('has no journeys when there were none', () => {
    expect(asSample([])).toEqual({ nodes: [], edges: [], sightings: [] });
  });
});

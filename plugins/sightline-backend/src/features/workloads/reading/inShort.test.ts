import {
  RolloutState,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { minute, START } from '../__testUtils__/seen';
import { inShortOf, Short } from './inShort';
import { Cluster, Clusters } from './readClusters';

const clusters: Clusters = new Map(
  ['eu1', 'us1', 'asia1'].map((cluster, n): [string, Cluster] => [
    cluster,
    {
      ...{ cluster, source: `kubernetes:${cluster}`, gaps: [] },
      // The second was heard longest ago.
      observedAt: START - [1, 5, 3][n] * minute,
      freshFor: 10 * minute,
    },
  ]),
);

const workload = (
  cluster: string,
  state: RolloutState,
  deployedAgo?: number,
): Short => ({
  key: { cluster, namespace: 'shop', kind: 'Deployment', name: 'cart' },
  ...{ state, words: `It is ${state}` },
  ...(deployedAgo !== undefined && {
    lastDeploy: { at: START - deployedAgo * minute, kind: 'deploy' as const },
  }),
});

describe('a service in short', () => {
  it('is well as of when the cluster was heard that was heard longest ago', () => {
    const all = ['eu1', 'us1', 'asia1'].map(one => workload(one, 'complete'));
    expect(inShortOf(all, clusters)?.health).toEqual({
      ...{ state: 'complete', words: 'Everything is rolled out', workloads: 3 },
      evidence: {
        ...{ source: 'kubernetes:us1', observedAt: toIso(START - 5 * minute) },
        validFor: 10 * minute,
      },
    });
  });

  it('is as its worst workload is, as of when that was heard', () => {
    const all = [
      ...[workload('eu1', 'complete', 3), workload('us1', 'progressing', 9)],
      workload('asia1', 'stuck', 5),
    ];
    expect(inShortOf(all, clusters)).toMatchObject({
      health: {
        ...{ state: 'stuck', words: 'asia1, Deployment/cart: It is stuck' },
        evidence: { source: 'kubernetes:asia1' },
      },
      lastDeploy: { at: toIso(START - 3 * minute) },
    });
  });

  it('is nothing where nothing runs', () => {
    expect(inShortOf([], clusters)).toBeUndefined();
  });
});

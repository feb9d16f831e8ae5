import fc from 'fast-check';
import {
  Workload,
  rolloutStates,
} from '@sightline/backstage-plugin-sightline-common';
import { trouble, workload } from '../../../__testUtils__/harbourWorkload';
import { worstFirst } from './worstFirst';

const of = (state: Workload['rollout']['state'], cluster: string) =>
  workload(cluster, { rollout: { state, words: state } });
const clusters = (workloads: Workload[]) =>
  workloads.map(({ key }) => key.cluster);

it('puts what asks for somebody before what goes well', () => {
  const strained = workload('grown', {
    autoscaler: {
      ...{ min: 2, max: 6, current: 6, atMaximum: true },
      words: 'at its maximum of 6',
    },
  });
  const crashing = workload('crashing', { troubles: [trouble('crash-loop')] });
  expect(
    clusters(
      worstFirst([
        of('complete', 'well'),
        strained,
        of('progressing', 'on-its-way'),
        crashing,
        of('unknown', 'nobody-knows'),
        of('degraded', 'degraded'),
        of('paused', 'paused'),
        of('stuck', 'stuck'),
      ]),
    ),
  ).toEqual([
    'stuck',
    'degraded',
    'crashing',
    'on-its-way',
    'paused',
    'nobody-knows',
    'grown',
    'well',
  ]);
});

it('puts more pods in trouble before fewer', () => {
  const few = workload('few', {
    troubles: [trouble('not-ready', { count: 1 })],
  });
  const many = workload('many', {
    troubles: [trouble('not-ready', { count: 9 })],
  });
  expect(clusters(worstFirst([few, many]))).toEqual(['many', 'few']);
});

it('gives the same order whatever order they come in, and loses none', () => {
  const town = rolloutStates.flatMap(state =>
    ['eu1', 'us1'].map(cluster => of(state, `${state}-${cluster}`)),
  );
  const expected = clusters(worstFirst(town));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(town, { minLength: town.length }),
      shuffled => {
        expect(clusters(worstFirst(shuffled))).toEqual(expected);
      },
    ),
  );
});

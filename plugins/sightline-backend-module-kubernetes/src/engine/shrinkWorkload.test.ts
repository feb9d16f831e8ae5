import { WorkloadKind } from '@sightline/backstage-plugin-sightline-common';
import { Raw } from './raw';
import { shrinkWorkload } from './shrinkWorkload';

const heldOf = (kind: WorkloadKind, spec: Raw, status: Raw = {}) =>
  shrinkWorkload(kind)({ metadata: { name: 'db' }, spec, status }, 0)?.held;

const onDelete = { updateStrategy: { type: 'OnDelete' } };
const partition = (below: unknown) => ({
  ...{ replicas: 5 },
  updateStrategy: {
    ...{ type: 'RollingUpdate', rollingUpdate: { partition: below } },
  },
});

describe('pods that keep an older template', () => {
  it.each<[string, number | undefined, number | undefined]>([
    [
      'all, where somebody has to delete them',
      heldOf('StatefulSet', { ...onDelete, replicas: 5 }),
      5,
    ],
    [
      'all of a DaemonSet, too',
      heldOf('DaemonSet', onDelete, { desiredNumberScheduled: 7 }),
      7,
    ],
    ['those below a partition', heldOf('StatefulSet', partition(2)), 2],
    ['no more than there are', heldOf('StatefulSet', partition(9)), 5],
    ['none without one', heldOf('StatefulSet', partition(0)), undefined],
    ['none by nonsense', heldOf('StatefulSet', partition('2 🚀')), undefined],
    ['none of a Deployment', heldOf('Deployment', partition(2)), undefined],
    ['none where nothing is said', heldOf('DaemonSet', {}), undefined],
  ])('are %s', (_title, held, expected) => {
    expect(held).toBe(expected);
  });
});

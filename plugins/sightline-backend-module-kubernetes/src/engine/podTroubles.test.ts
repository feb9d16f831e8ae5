import { noon } from '../__testUtils__/lookAt';
import { podTroublesOf } from './podTroubles';
import { Raw } from './raw';

const waiting = (reason: string, name = 'web') => ({
  ...{ name, restartCount: 2 },
  state: { waiting: { reason, message: 'so it says' } },
});
const ended = (exitCode: number, reason = 'Error') => ({
  ...{ name: 'web', restartCount: 0 },
  state: { terminated: { exitCode, reason } },
});
const condition = (type: string, status: string, reason: string) => ({
  ...{ type, status, reason },
  lastTransitionTime: '2026-11-21T10:00:00Z',
});

/** Pods by what ails them, without any recording. */
describe('the troubles of a pod', () => {
  it.each<[string, Raw, string[], Raw?]>([
    ['none, when it runs', { phase: 'Running', containerStatuses: [] }, []],
    [
      'an image that cannot be pulled',
      { containerStatuses: [waiting('ErrImagePull')] },
      ['image-pull: ErrImagePull: so it says'],
    ],
    [
      'a crash, by a reason of a newer version, too',
      { containerStatuses: [waiting('SandboxResizeError')] },
      ['crash-loop: SandboxResizeError: so it says'],
    ],
    [
      'a crash for want of memory',
      {
        containerStatuses: [
          {
            ...waiting('CrashLoopBackOff'),
            lastState: { terminated: { reason: 'OOMKilled' } },
          },
        ],
      },
      ['out-of-memory: CrashLoopBackOff: so it says'],
    ],
    [
      'an init container that crashes, and what waits for it does not',
      {
        initContainerStatuses: [waiting('CrashLoopBackOff', 'migrate')],
        containerStatuses: [waiting('PodInitializing')],
      },
      ['init-failing: CrashLoopBackOff: so it says'],
    ],
    [
      'the image of an init container',
      { initContainerStatuses: [waiting('ImagePullBackOff', 'migrate')] },
      ['image-pull: ImagePullBackOff: so it says'],
    ],
    ['none, when its end was good', { containerStatuses: [ended(0)] }, []],
    [
      'a bad end',
      { containerStatuses: [ended(3)] },
      ['crash-loop: Error: exit code 3'],
    ],
    [
      'no place',
      { conditions: [condition('PodScheduled', 'False', 'Unschedulable')] },
      ['unschedulable: Unschedulable'],
    ],
    [
      'not being ready, when nothing else is said',
      {
        phase: 'Running',
        conditions: [condition('Ready', 'False', 'ContainersNotReady')],
      },
      ['not-ready: ContainersNotReady'],
    ],
    [
      'none of one that goes away',
      { containerStatuses: [waiting('CrashLoopBackOff')] },
      [],
      { deletionTimestamp: '2026-11-21T11:00:00Z' },
    ],
  ])('%s', (_, status, troubles, metadata = {}) => {
    expect(
      podTroublesOf({ metadata, status }, noon).map(
        ({ trouble, said }) => `${trouble}: ${said}`,
      ),
    ).toEqual(troubles);
  });
});

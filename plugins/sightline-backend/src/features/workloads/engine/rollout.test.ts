import fc from 'fast-check';
import {
  rolloutStates,
  workloadKinds,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { minute, seen, START } from '../__testUtils__/seen';
import { judgeRollout, RolloutPast } from './rollout';

const done = { status: 'True', reason: 'NewReplicaSetAvailable' };
const over = {
  ...{ status: 'False', reason: 'ProgressDeadlineExceeded' },
  message: 'ReplicaSet "web-6d" has timed out progressing.',
};
const crash = {
  ...{ trouble: 'crash-loop' as const, said: 'CrashLoopBackOff' },
  ...{ pods: ['web-1'], count: 1 },
};
const past = (out?: number, still = 0): RolloutPast => ({
  ...(out !== undefined && { out }),
  moved: { figures: '', at: START - still },
});

const inWords = (one: SeenWorkload, before?: RolloutPast) => {
  const { state, words } = judgeRollout(one, before, START);
  return `${state}: ${words}`;
};

const argo = (state: string, said = '') => ({
  ...{ tool: 'Argo Rollouts', name: 'web', state, said },
});

describe('a Deployment', () => {
  const web = (more: Parameters<typeof seen>[1]) => seen('web', more);
  it.each<[string, SeenWorkload, RolloutPast | undefined, string]>([
    ['with all its pods', web({}), undefined, 'complete: All 3 pods are there'],
    [
      'without status',
      web({
        observedGeneration: undefined,
        replicas: { current: 0, updated: 0, ready: 0, available: 0 },
      }),
      undefined,
      'unknown: The object says nothing of its state yet',
    ],
    [
      'that the controller has not looked at',
      web({ generation: 3 }),
      past(3),
      'progressing: The cluster has yet to begin with it',
    ],
    [
      'with few new pods',
      web({ replicas: { current: 4, updated: 1 } }),
      past(),
      'progressing: 1 of 3 pods updated',
    ],
    [
      'with old pods still there',
      web({ replicas: { current: 4 } }),
      past(),
      'progressing: 1 pod of the one before still to go',
    ],
    [
      'with new pods not yet available',
      web({ replicas: { available: 1 } }),
      past(),
      'progressing: 1 of 3 pods available',
    ],
    [
      'past its deadline',
      web({ replicas: { updated: 1 }, conditions: { Progressing: over } }),
      past(3),
      'stuck: Its deadline has passed: ReplicaSet "web-6d" has timed out progressing.',
    ],
    [
      'that is paused',
      web({ paused: true, replicas: { updated: 1 } }),
      past(3),
      'paused: Paused: changes wait until it is resumed',
    ],
    [
      'that was out and lost a pod, as its condition says',
      web({ replicas: { available: 2 }, conditions: { Progressing: done } }),
      undefined,
      'degraded: 2 of 3 pods available',
    ],
    [
      'that was out and lost a pod, as is remembered',
      web({ replicas: { available: 2 } }),
      past(3),
      'degraded: 2 of 3 pods available',
    ],
    [
      'whose lost pod may not be made again',
      web({
        replicas: { current: 2, updated: 2, ready: 2, available: 2 },
        conditions: {
          ReplicaFailure: { status: 'True', message: 'exceeded quota' },
        },
      }),
      past(3),
      'degraded: 2 of 3 pods available: exceeded quota',
    ],
    [
      'that is scaled up',
      web({
        replicas: { desired: 10, current: 10, updated: 10, available: 4 },
      }),
      past(3),
      'progressing: 4 of 10 pods available',
    ],
    [
      'that is scaled down',
      web({ replicas: { desired: 1, current: 1, updated: 1, available: 1 } }),
      past(10),
      'complete: Its pod is there',
    ],
    [
      'that is scaled to none',
      web({
        replicas: {
          desired: 0,
          current: 0,
          updated: 0,
          ready: 0,
          available: 0,
        },
      }),
      past(3),
      'complete: Scaled to none',
    ],
    [
      'that is restarted: some may be away meanwhile',
      web({ replicas: { current: 4, updated: 1, available: 2 } }),
      past(3),
      'progressing: 1 of 3 pods updated',
    ],
    [
      'with a broken new pod, until its deadline',
      web({ replicas: { updated: 1 }, troubles: [crash] }),
      past(3, 60 * minute),
      'progressing: 1 of 3 pods updated',
    ],
  ])('%s', (_title, one, before, words) => {
    expect(inWords(one, before)).toBe(words);
  });
});

describe('what has no deadline of its own', () => {
  it.each<[string, SeenWorkload, RolloutPast | undefined, string]>([
    [
      'a StatefulSet with pods to come',
      seen('db', { kind: 'StatefulSet', replicas: { ready: 2, available: 2 } }),
      undefined,
      'progressing: 2 of 3 pods ready',
    ],
    [
      'a StatefulSet that crashes, and moves',
      seen('db', {
        kind: 'StatefulSet',
        replicas: { updated: 1, ready: 2 },
        troubles: [crash],
      }),
      past(3, 9 * minute),
      'progressing: 1 of 3 pods updated',
    ],
    [
      'a StatefulSet that crashes, and does not move',
      seen('db', {
        kind: 'StatefulSet',
        replicas: { updated: 1, ready: 2 },
        troubles: [crash],
      }),
      past(3, 11 * minute),
      'stuck: 1 of 3 pods updated, and nothing moved for 11 min: CrashLoopBackOff',
    ],
    [
      'a DaemonSet of which no pod is new yet',
      seen('agent', { kind: 'DaemonSet', replicas: { updated: 0 } }),
      past(3, 600 * minute),
      'progressing: 0 of 3 pods updated',
    ],
    [
      'a DaemonSet whose pods somebody replaces by hand',
      seen('agent', { kind: 'DaemonSet', held: 3, replicas: { updated: 1 } }),
      past(3),
      'complete: 1 of 3 pods updated; the others keep what they have until somebody lets them',
    ],
    [
      'one of which a pod is away',
      seen('agent', {
        ...{ kind: 'DaemonSet', held: 3 },
        replicas: { updated: 1, available: 2 },
      }),
      past(3),
      'degraded: 2 of 3 pods available',
    ],
    [
      'a StatefulSet that is out above its partition',
      seen('db', { kind: 'StatefulSet', held: 2, replicas: { updated: 1 } }),
      past(3),
      'complete: 1 of 3 pods updated; the others keep what they have until somebody lets them',
    ],
    [
      'a StatefulSet that is not',
      seen('db', { kind: 'StatefulSet', held: 1, replicas: { updated: 1 } }),
      past(3),
      'progressing: 1 of 2 pods updated',
    ],
    [
      'a StatefulSet that has all, whatever its partition',
      seen('db', { kind: 'StatefulSet', held: 1 }),
      past(3),
      'complete: All 3 pods are there',
    ],
    [
      'a DaemonSet on a new node',
      seen('agent', {
        kind: 'DaemonSet',
        replicas: { desired: 4, current: 4, updated: 4, available: 3 },
      }),
      past(3),
      'progressing: 3 of 4 pods available',
    ],
    [
      'a DaemonSet that lost a pod',
      seen('agent', { kind: 'DaemonSet', replicas: { available: 2 } }),
      past(3),
      'degraded: 2 of 3 pods available',
    ],
    [
      'a Rollout that waits for a person',
      seen('web', {
        ...{ kind: 'Rollout', paused: true },
        delivery: argo('Paused', 'CanaryPauseStep'),
      }),
      past(3),
      'paused: Paused: CanaryPauseStep',
    ],
    [
      'a Rollout that was given up',
      seen('web', {
        kind: 'Rollout',
        delivery: argo('Degraded', 'RolloutAborted'),
      }),
      past(3),
      'degraded: Degraded: RolloutAborted',
    ],
    [
      'a Rollout on its way',
      seen('web', {
        ...{ kind: 'Rollout', delivery: argo('Progressing') },
        replicas: { updated: 1 },
      }),
      past(3),
      'progressing: 1 of 3 pods updated',
    ],
    [
      'a Rollout in a phase nobody knows',
      seen('web', { kind: 'Rollout', delivery: argo('constructor') }),
      past(3),
      'unknown: constructor',
    ],
    [
      'a CronJob',
      seen('report', { kind: 'CronJob', replicas: { desired: 0 } }),
      undefined,
      'complete: Runs as scheduled',
    ],
    [
      'a CronJob that fails',
      seen('report', { kind: 'CronJob', troubles: [crash] }),
      undefined,
      'degraded: Its runs fail: CrashLoopBackOff',
    ],
    [
      'a CronJob that is suspended',
      seen('report', { kind: 'CronJob', paused: true }),
      undefined,
      'paused: Suspended: it is not run',
    ],
  ])('%s', (_title, one, before, words) => {
    expect(inWords(one, before)).toBe(words);
  });
});

describe('whatever a cluster says', () => {
  const count = fc.nat({ max: 20 });
  const any = fc.record({
    kind: fc.constantFrom(...workloadKinds),
    paused: fc.boolean(),
    generation: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    observedGeneration: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    replicas: fc.record({
      ...{ desired: count, current: count, updated: count },
      ...{ ready: count, available: count },
    }),
    conditions: fc.dictionary(
      fc.constantFrom('Progressing', 'ReplicaFailure', 'Available'),
      fc.record({
        status: fc.constantFrom('True', 'False', 'Unknown'),
        reason: fc.constantFrom(
          ...['NewReplicaSetAvailable', 'ProgressDeadlineExceeded', 'x'],
        ),
      }),
    ),
    troubles: fc.boolean().map(ails => (ails ? [crash] : [])),
  });
  const before = fc.option(
    fc.record({
      out: fc.option(count, { nil: undefined }),
      moved: fc.record({
        figures: fc.constant(''),
        at: fc.integer({ min: START - 60 * minute, max: START }),
      }),
    }),
    { nil: undefined },
  );

  it('has one state, in words', () => {
    fc.assert(
      fc.property(any, before, (more, known) => {
        const { state, words } = judgeRollout(seen('x', more), known, START);
        expect(rolloutStates).toContain(state);
        expect(words).not.toMatch(/undefined|NaN|^$/);
      }),
    );
  });

  it('is complete only when every pod that is wanted is updated and available', () => {
    fc.assert(
      fc.property(any, before, (more, known) => {
        fc.pre(more.kind !== 'CronJob');
        const one = seen('x', more);
        if (judgeRollout(one, known, START).state !== 'complete') return;
        const { desired, updated, available } = one.replicas;
        expect(updated).toBeGreaterThanOrEqual(desired);
        expect(available).toBeGreaterThanOrEqual(desired);
      }),
    );
  });
});

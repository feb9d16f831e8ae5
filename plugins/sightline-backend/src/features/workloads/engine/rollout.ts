import {
  Instant,
  Millis,
  RolloutState,
  WorkloadKind,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { pods } from './inWords';
import { WorkloadMemory } from './WorkloadMemory';

export type Rollout = { state: RolloutState; words: string };

/** What was known before: without it a workload is seen for the first time. */
export type RolloutPast = Pick<WorkloadMemory, 'out' | 'moved'>;

/**
 * Kubernetes knows a deadline for Deployments alone, ten minutes when nobody says
 * otherwise. Others are given the same, if something is wrong with their pods.
 */
const deadline: Millis = 600_000;

/** A question about a rollout; undefined: it does not answer, ask the next one. */
type Ask = (
  seen: SeenWorkload,
  past: RolloutPast | undefined,
  now: Instant,
) => Rollout | undefined;

const said = (...parts: (string | undefined)[]) =>
  parts.filter(Boolean).join(': ');

const isArgo = ({ delivery }: SeenWorkload) =>
  delivery?.tool === 'Argo Rollouts';

const silent: Ask = seen => {
  const { observedGeneration, conditions, replicas } = seen;
  const speaks =
    observedGeneration !== undefined ||
    Object.keys(conditions).length > 0 ||
    replicas.current + replicas.updated + replicas.ready > 0 ||
    isArgo(seen);
  return speaks
    ? undefined
    : { state: 'unknown', words: 'The object says nothing of its state yet' };
};

const paused: Ask = seen => {
  if (!seen.paused) return undefined;
  const why = isArgo(seen) ? seen.delivery?.said : undefined;
  const words = said('Paused', why || 'changes wait until it is resumed');
  return { state: 'paused', words };
};

const unobserved: Ask = ({ generation, observedGeneration }) =>
  generation !== undefined &&
  observedGeneration !== undefined &&
  generation > observedGeneration
    ? { state: 'progressing', words: 'The cluster has yet to begin with it' }
    : undefined;

const pastDeadline: Ask = ({ conditions: { Progressing } }) =>
  Progressing?.reason === 'ProgressDeadlineExceeded'
    ? {
        state: 'stuck',
        words: said('Its deadline has passed', Progressing.message),
      }
    : undefined;

/** As kubectl counts, in its order; undefined when there is nothing to wait for. */
const waitsFor = (seen: SeenWorkload): string | undefined => {
  const { key, replicas, held = 0 } = seen;
  const { desired, current, updated, ready, available } = replicas;
  const wanted = desired - held;
  if (key.kind === 'StatefulSet' && updated >= wanted && ready < desired) {
    return `${ready} of ${pods(desired)} ready`;
  }
  if (updated < wanted) {
    return `${updated} of ${pods(wanted)} updated`;
  }
  if (key.kind !== 'DaemonSet' && current > updated + held) {
    return `${pods(current - updated)} of the one before still to go`;
  }
  const isCounted = key.kind === 'DaemonSet' || held > 0;
  const expected = isCounted ? desired : updated;
  return available < expected
    ? `${available} of ${pods(expected)} available`
    : undefined;
};

/**
 * It was out completely, and now some of it is missing. More pods than it was out
 * with are no loss: it is being scaled.
 *
 * ```
 *   out with   wanted   available
 *      3          3         2        degraded
 *      3         10         4        progressing: six more are on their way
 *     10          3         3        complete
 * ```
 */
const degraded: Ask = (seen, past) => {
  const { held = 0 } = seen;
  const { desired, current, updated, available } = seen.replicas;
  const { Progressing, ReplicaFailure } = seen.conditions;
  const isOut = Progressing?.reason === 'NewReplicaSetAvailable';
  const out = past?.out ?? (isOut ? desired : undefined);
  if (out === undefined || available >= Math.min(out, desired))
    return undefined;
  const refused =
    ReplicaFailure?.status === 'True' ? ReplicaFailure : undefined;
  // While pods are replaced some may be away.
  const isMoving = updated < desired - held || current > updated + held;
  if (!refused && isMoving) return undefined;
  return {
    state: 'degraded',
    words: said(`${available} of ${pods(desired)} available`, refused?.message),
  };
};

const waiting: Ask = (seen, past, now) => {
  const words = waitsFor(seen);
  if (words === undefined) return undefined;
  const { conditions, key, troubles } = seen;
  const still = past ? now - past.moved.at : 0;
  const hasDeadline = key.kind === 'Deployment' || key.kind === 'Rollout';
  if (!hasDeadline && troubles.length > 0 && still >= deadline) {
    const minutes = Math.floor(still / 60_000);
    return {
      state: 'stuck',
      words: `${words}, and nothing moved for ${minutes} min: ${troubles[0].said}`,
    };
  }
  const refused =
    conditions.ReplicaFailure?.status === 'True'
      ? conditions.ReplicaFailure.message
      : undefined;
  return { state: 'progressing', words: said(words, refused) };
};

const phases: Record<string, RolloutState> = {
  Healthy: 'complete',
  Progressing: 'progressing',
  Paused: 'paused',
  Degraded: 'degraded',
};

/** Argo Rollouts say themselves how far they are; canaries are no matter of counting. */
const byPhase: Ask = seen => {
  const { delivery } = seen;
  if (!delivery || !isArgo(seen)) return undefined;
  const state = Object.hasOwn(phases, delivery.state)
    ? phases[delivery.state]
    : 'unknown';
  const words =
    state === 'progressing' ? waitsFor(seen) ?? 'Under way' : delivery.state;
  return { state, words: said(words, delivery.said) };
};

const fewPods = ['Scaled to none', 'Its pod is there'];

const all: Ask = ({ replicas: { desired, updated }, held }) => ({
  state: 'complete',
  words:
    held && updated < desired
      ? `${updated} of ${pods(
          desired,
        )} updated; the others keep what they have until somebody lets them`
      : fewPods[desired] ?? `All ${pods(desired)} are there`,
});

const scheduled: Ask = ({ troubles: [trouble] }) =>
  trouble
    ? { state: 'degraded', words: said('Its runs fail', trouble.said) }
    : { state: 'complete', words: 'Runs as scheduled' };

const suspended: Ask = seen =>
  seen.paused
    ? { state: 'paused', words: 'Suspended: it is not run' }
    : undefined;

const counted = [
  silent,
  paused,
  unobserved,
  pastDeadline,
  degraded,
  waiting,
  all,
];

const asked: Record<WorkloadKind, readonly Ask[]> = {
  ...{ Deployment: counted, StatefulSet: counted, DaemonSet: counted },
  Rollout: [silent, paused, unobserved, pastDeadline, byPhase, ...counted],
  CronJob: [suspended, scheduled],
};

/** How far a rollout is, as `kubectl rollout status` would say. */
export const judgeRollout = (
  seen: SeenWorkload,
  past: RolloutPast | undefined,
  now: Instant,
): Rollout => {
  for (const ask of asked[seen.key.kind]) {
    const answer = ask(seen, past, now);
    if (answer) return answer;
  }
  return { state: 'unknown', words: `${seen.key.kind} is not understood` };
};

import {
  Instant,
  PodTrouble,
} from '@sightline/backstage-plugin-sightline-common';
import { compact, count, instant, raw, Raw, rawList, text } from './raw';

/** What is wrong with one pod. */
export type PodAilment = {
  trouble: PodTrouble;
  /** in the cluster's words: `CrashLoopBackOff: back-off 1m20s restarting …` */
  said: string;
  container?: string;
  since?: Instant;
  restarts?: number;
};

const reasons: Record<string, PodTrouble> = {
  ErrImagePull: 'image-pull',
  ImagePullBackOff: 'image-pull',
  InvalidImageName: 'image-pull',
  ErrImageNeverPull: 'image-pull',
  ImageInspectError: 'image-pull',
  RegistryUnavailable: 'image-pull',
  SignatureValidationFailed: 'image-pull',
  CrashLoopBackOff: 'crash-loop',
  RunContainerError: 'crash-loop',
  StartError: 'crash-loop',
  ContainerCannotRun: 'crash-loop',
  PostStartHookError: 'crash-loop',
  OOMKilled: 'out-of-memory',
  CreateContainerConfigError: 'config-error',
  CreateContainerError: 'config-error',
};

const troubleOf = (reason: string): PodTrouble | undefined =>
  Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;

const inWords = (reason: string | undefined, message: unknown) =>
  [reason, text(message)].filter(Boolean).join(': ') || 'no reason is given';

const ranOutOfMemory = (terminated: Raw) => terminated.reason === 'OOMKilled';

const troubleOfWaiting = (waiting: Raw, last: Raw): PodTrouble | undefined => {
  const reason = text(waiting.reason) ?? '';
  const known = troubleOf(reason);
  if (known === 'crash-loop' && ranOutOfMemory(last)) return 'out-of-memory';
  // New reasons come with new versions: they end like the old ones.
  return (
    known ?? (/(Error|BackOff)$|^Err/.test(reason) ? 'crash-loop' : undefined)
  );
};

const ailmentOfContainer = (
  status: Raw,
  now: Instant,
): PodAilment | undefined => {
  const state = raw(status.state);
  const waiting = raw(state.waiting);
  const ended = raw(state.terminated);
  const last = raw(raw(status.lastState).terminated);
  const about = {
    container: text(status.name, 253),
    restarts: count(status.restartCount) || undefined,
  };
  const waits = troubleOfWaiting(waiting, last);
  if (waits) {
    const why = waits === 'out-of-memory' ? 'OOMKilled' : undefined;
    const said = inWords(text(waiting.reason), waiting.message ?? why);
    const since = instant(last.finishedAt, now);
    return compact<PodAilment>({ trouble: waits, said, ...about, since });
  }
  if (state.terminated && ended.exitCode !== 0) {
    const trouble = ranOutOfMemory(ended) ? 'out-of-memory' : 'crash-loop';
    const said = inWords(
      text(ended.reason),
      ended.message ?? `exit code ${count(ended.exitCode) ?? 'unknown'}`,
    );
    return compact<PodAilment>({
      trouble,
      said,
      ...about,
      since: instant(ended.finishedAt, now),
    });
  }
  return undefined;
};

/** A container that has to end before the others begin is not the service itself. */
const asInit = (ailment: PodAilment): PodAilment =>
  ailment.trouble === 'image-pull' || ailment.trouble === 'config-error'
    ? ailment
    : { ...ailment, trouble: 'init-failing' };

const conditionsOf = (status: Raw) =>
  new Map(rawList(status.conditions).map(one => [text(one.type), one]));

const unschedulable = (status: Raw, now: Instant): PodAilment | undefined => {
  const scheduled = conditionsOf(status).get('PodScheduled');
  if (scheduled?.status !== 'False') return undefined;
  return compact<PodAilment>({
    trouble: 'unschedulable',
    said: inWords(text(scheduled.reason), scheduled.message),
    since: instant(scheduled.lastTransitionTime, now),
  });
};

const ofPhase = (status: Raw, ailing: PodAilment[]): PodAilment[] => {
  const reason = text(status.reason);
  if (status.phase === 'Failed') {
    if (reason === 'Evicted') {
      return [{ trouble: 'evicted', said: inWords(reason, status.message) }];
    }
    const killed = ailing.filter(one => one.trouble === 'out-of-memory');
    if (killed.length > 0) return killed;
    const why = ailing[0]?.said ?? inWords(reason, status.message);
    return [{ trouble: 'failed', said: why }];
  }
  // Some tools write a container's reason where the phase belongs.
  const asReason = troubleOf(text(status.phase) ?? '');
  return asReason
    ? [{ trouble: asReason, said: text(status.phase) ?? '' }]
    : ailing;
};

const notReady = (status: Raw, now: Instant): PodAilment[] => {
  const ready = conditionsOf(status).get('Ready');
  if (status.phase !== 'Running' || ready?.status !== 'False') return [];
  return [
    compact<PodAilment>({
      trouble: 'not-ready',
      said: inWords(text(ready.reason), ready.message),
      since: instant(ready.lastTransitionTime, now),
    }),
  ];
};

/** Everything that is wrong with a pod; nothing for one that goes away. */
export const podTroublesOf = (pod: Raw, now: Instant): PodAilment[] => {
  const status = raw(pod.status);
  if (raw(pod.metadata).deletionTimestamp) return [];
  const of = (list: unknown) =>
    rawList(list).flatMap(one => ailmentOfContainer(one, now) ?? []);
  const inits = of(status.initContainerStatuses).map(asInit);
  const cannotBePlaced = unschedulable(status, now) ?? [];
  const ailing = [cannotBePlaced, inits, of(status.containerStatuses)].flat();
  const found = ofPhase(status, ailing);
  return found.length > 0 ? found : notReady(status, now);
};

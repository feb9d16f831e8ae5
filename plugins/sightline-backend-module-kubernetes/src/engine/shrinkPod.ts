import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { controllerOf, cronJobOf, Kept, keptOf, OwnerKey } from './Kept';
import { keepOnce } from './keepOnce';
import { PodAilment, podTroublesOf } from './podTroubles';
import {
  compact,
  count,
  exactly,
  instant,
  raw,
  Raw,
  rawList,
  text,
} from './raw';

/** What a container runs: the name it was given, and what that stood for. */
export type RunningImage = { image: string; digest: string };

/** One pod: little enough that tens of thousands fit. */
export type KeptPod = Kept & {
  owner?: OwnerKey;
  /** container → the image that runs; left out when none runs */
  running?: Record<string, RunningImage>;
  restarts: number;
  /** left out for one that is well and always was, as nearly all are */
  history?: PodHistory;
};

/** What befell a pod, and what ails it. */
export type PodHistory = {
  lastRestartAt?: Instant;
  /** what ails it; left out when nothing does */
  ailments?: PodAilment[];
  /** when it was last killed for its memory, and runs again */
  killedForMemory?: { container?: string; at: Instant; restarts: number };
  /** its containers wait to be made: then a failed mount is what it waits for */
  waits?: true;
};

/** `docker-pullable://shop/web@sha256:1f…` → `sha256:1f…` */
const digestOf = (imageId: unknown) =>
  text(imageId, 500)?.match(/sha256:[0-9a-f]{6,64}/)?.[0];

/** Pods of one workload run the same: they share what says so. */
const shared = new Map<string, Record<string, RunningImage>>();
const mostShared = 20_000;

const share = (found: Record<string, RunningImage>) => {
  const said = JSON.stringify(found);
  const known = shared.get(said);
  if (known) return known;
  // What is in use stays where it is used: only the sharing begins anew.
  if (shared.size >= mostShared) shared.clear();
  shared.set(said, found);
  return found;
};

/** The name is the wanted one: what a node calls it is another. */
const runningIn = (spec: Raw, statuses: Raw[]) => {
  const wanted = new Map(
    rawList(spec.containers).map(one => [one.name, text(one.image, 500)]),
  );
  const found = statuses.flatMap(one => {
    const name = text(one.name, 253);
    const digest = digestOf(one.imageID);
    const image = wanted.get(name) ?? '';
    return name && digest ? [[name, { image, digest }]] : [];
  });
  return found.length > 0 ? share(Object.fromEntries(found)) : undefined;
};

const killed = (statuses: Raw[], now: Instant) => {
  for (const one of statuses) {
    const last = raw(raw(one.lastState).terminated);
    const at = instant(last.finishedAt, now);
    if (last.reason === 'OOMKilled' && at !== undefined) {
      const restarts = count(one.restartCount) ?? 0;
      return compact({ container: text(one.name, 253), at, restarts });
    }
  }
  return undefined;
};

const historyOf = (
  pod: Raw,
  statuses: Raw[],
  now: Instant,
): PodHistory | undefined => {
  const ends = statuses.flatMap(
    one => instant(raw(raw(one.lastState).terminated).finishedAt, now) ?? [],
  );
  const ailments = podTroublesOf(pod, now);
  const isMade = !statuses.some(one =>
    ['ContainerCreating', 'PodInitializing'].includes(
      text(raw(raw(one.state).waiting).reason) ?? '',
    ),
  );
  const waits = !isMade && raw(pod.status).phase === 'Pending';
  const history = compact<PodHistory>({
    lastRestartAt: ends.length > 0 ? Math.max(...ends) : undefined,
    ailments: ailments.length > 0 ? exactly(ailments) : undefined,
    killedForMemory: killed(statuses, now),
    waits: waits || undefined,
  });
  return Object.keys(history).length > 0 ? history : undefined;
};

export const shrinkPod = (pod: Raw, now: Instant): KeptPod | undefined => {
  const kept = keptOf(pod);
  if (!kept) return undefined;
  const status = raw(pod.status);
  const containers = rawList(status.containerStatuses);
  const all = [...rawList(status.initContainerStatuses), ...containers];
  const owner = controllerOf(pod);
  return compact({
    ...kept,
    // Jobs are not looked at: their pods are their CronJob's.
    owner: owner && keepOnce(cronJobOf(owner) ?? owner),
    running: runningIn(raw(pod.spec), containers),
    restarts: all.reduce((sum, one) => sum + (count(one.restartCount) ?? 0), 0),
    history: historyOf(pod, all, now),
  });
};

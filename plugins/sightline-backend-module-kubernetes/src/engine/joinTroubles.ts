import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { SeenTrouble } from '@sightline/backstage-plugin-sightline-node';
import { nameIn } from './Kept';
import { PodAilment } from './podTroubles';
import { compact } from './raw';
import { KeptWarning } from './shrinkOthers';
import { KeptPod } from './shrinkPod';

/** Pods that are named. */
const mostNamed = 10;

/** For how long a kill is news when the container runs again. */
const fresh = 3_600_000;

const mounts = new Set([
  'FailedMount',
  'FailedAttachVolume',
  'FailedMapVolume',
]);

const killedLately = (
  { history: { killedForMemory: killed } = {} }: KeptPod,
  now: Instant,
): PodAilment[] =>
  killed && now - killed.at < fresh
    ? [
        compact({
          trouble: 'out-of-memory' as const,
          said: 'OOMKilled: it was killed for its memory, and runs again',
          container: killed.container,
          since: killed.at,
          restarts: killed.restarts,
        }),
      ]
    : [];

/** A failed mount is told by events alone, and over when the containers are made. */
const failedMount = (pod: KeptPod, warnings: KeptWarning[]): PodAilment[] => {
  if (!pod.history?.waits) return [];
  const found = warnings.find(
    one => one.about === `Pod/${pod.key}` && mounts.has(one.reason),
  );
  return found
    ? [{ trouble: 'failed-mount', said: found.said, since: found.lastAt }]
    : [];
};

const ailmentsOf = (pod: KeptPod, warnings: KeptWarning[], now: Instant) => {
  const told = [
    ...(pod.history?.ailments ?? []),
    ...failedMount(pod, warnings),
  ];
  return told.length > 0 ? told : killedLately(pod, now);
};

const earlier = (a: Instant | undefined, b: Instant | undefined) =>
  a === undefined || b === undefined ? a ?? b : Math.min(a, b);

/** Pods with the same trouble in the same container are one line. */
export const joinTroubles = (
  pods: KeptPod[],
  warnings: KeptWarning[],
  now: Instant,
): SeenTrouble[] => {
  const lines = new Map<string, SeenTrouble>();
  for (const pod of pods) {
    for (const one of ailmentsOf(pod, warnings, now)) {
      const line = `${one.trouble} ${one.container ?? ''}`;
      const known = lines.get(line);
      const { said, restarts, ...same } = one;
      const pod_ = known && known.pods.length >= mostNamed ? [] : [nameIn(pod)];
      lines.set(
        line,
        compact({
          ...same,
          said: known?.said ?? said,
          pods: [...(known?.pods ?? []), ...pod_],
          count: (known?.count ?? 0) + 1,
          since: earlier(known?.since, one.since),
          restarts: (known?.restarts ?? 0) + (restarts ?? 0) || undefined,
        }),
      );
    }
  }
  return [...lines.values()].sort((a, b) => b.count - a.count);
};

import {
  Instant,
  LockStep,
  Millis,
  Ratio,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { plural } from './inWords';

export type DeployMoment = { service: ServiceRef; at: Instant };

/** Deploys of two services so close to each other were deployed together. */
export const together: Millis = 600_000;

/** Fewer deploys say nothing. */
export const deploysAtLeast = 4;

const shareAtLeast: Ratio = 0.8;

/** More services at one moment: a new base image, a moved cluster. Nobody's habit. */
export const crowd = 30;

/**
 * Deploys of one service in several clusters and workloads are one release, as
 * long as each comes soon after the one before.
 */
export const releasesOf = (times: readonly Instant[]): Instant[] => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.filter((at, n) => n === 0 || at - sorted[n - 1] > together);
};

type Releases = ReadonlyMap<ServiceRef, readonly Instant[]>;

const byService = (moments: readonly DeployMoment[]): Releases => {
  const times = new Map<ServiceRef, Instant[]>();
  for (const { service, at } of moments) {
    const known = times.get(service);
    if (known) known.push(at);
    else times.set(service, [at]);
  }
  return new Map([...times].map(([ref, all]) => [ref, releasesOf(all)]));
};

/** Releases at which only few others were released. */
const quiet = (releases: Releases): Releases => {
  const all = [...releases.values()].flat().sort((a, b) => a - b);
  const from = (at: Instant) => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (all[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const around = (at: Instant) => from(at + together + 1) - from(at - together);
  return new Map(
    [...releases].map(([ref, times]) => [
      ref,
      times.filter(at => around(at) <= crowd),
    ]),
  );
};

/** How many releases of both were made together; each counts once. */
const pairs = (a: readonly Instant[], b: readonly Instant[]): number => {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const gap = a[i] - b[j];
    if (Math.abs(gap) <= together) {
      [i, j, count] = [i + 1, j + 1, count + 1];
    } else if (gap < 0) i += 1;
    else j += 1;
  }
  return count;
};

type Pair = { together: number; of: number };

const isLocked = ({ together: n, of }: Pair) =>
  of >= deploysAtLeast && n / of >= shareAtLeast;

const wordsOf = ({ together: n, of }: Pair, others: number) =>
  `${plural(others, 'other service')} deployed with it within ${
    together / 60_000
  } min, ${n} times of ${of}`;

/**
 * Services that are deployed with this one nearly whenever either is: they may be
 * one service in several repositories. A group holds those that are so with each
 * other, too; who is so with this one alone makes a pair.
 */
export const lockStepsOf = (
  service: ServiceRef,
  moments: readonly DeployMoment[],
): LockStep[] => {
  const releases = quiet(byService(moments));
  const own = releases.get(service) ?? [];
  if (own.length < deploysAtLeast) return [];
  const pairOf = (a: ServiceRef, b: ServiceRef): Pair => {
    const [x, y] = [releases.get(a) ?? [], releases.get(b) ?? []];
    return { together: pairs(x, y), of: Math.max(x.length, y.length) };
  };
  const locked = [...releases.keys()]
    .filter(ref => ref !== service && isLocked(pairOf(service, ref)))
    .sort();
  const groups: ServiceRef[][] = [];
  for (const ref of locked) {
    const group = groups.find(members =>
      members.every(member => isLocked(pairOf(member, ref))),
    );
    if (group) group.push(ref);
    else groups.push([ref]);
  }
  return groups.map(members => {
    const all = members.map(ref => pairOf(service, ref));
    const least = all.reduce((a, b) =>
      b.together / b.of < a.together / a.of ? b : a,
    );
    return {
      services: [service, ...members].sort(),
      ...least,
      within: together,
      words: wordsOf(least, members.length),
    };
  });
};

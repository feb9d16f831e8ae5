import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Series } from '../../client/engine/readAnswer';
import { keyOf, Sum } from './grouped';

/** Step after step, of each service; a step without data is left empty. */
export type GroupedSteps = ReadonlyMap<string, (Sum | undefined)[]>;

/** When steps end: the first of them, and how far they are apart. */
export type Steps = { first: Instant; step: Millis };

const add = (before: Sum | undefined, value: number): Sum => ({
  sum: (before?.sum ?? 0) + value,
  series: (before?.series ?? 0) + 1,
});

/** As `grouped`, for an answer about many moments. */
export const groupedSteps = (
  series: Iterable<Series>,
  labels: readonly string[],
  { first, step }: Steps,
): GroupedSteps => {
  const groups = new Map<string, (Sum | undefined)[]>();
  for (const one of series) {
    const key = keyOf(labels.map(label => one.labels[label] ?? ''));
    const sums = groups.get(key) ?? [];
    groups.set(key, sums);
    for (const [at, value] of one.values) {
      const nth = Math.round((at - first) / step);
      sums[nth] = add(sums[nth], value);
    }
  }
  return groups;
};

/** What is known of one step under any of a service's names. */
export const sumOfStep = (
  groups: GroupedSteps,
  keys: readonly string[],
  nth: number,
): Sum | undefined => {
  let all: Sum | undefined;
  for (const key of keys) {
    const one = groups.get(key)?.[nth];
    if (!one) continue;
    all = {
      sum: (all?.sum ?? 0) + one.sum,
      series: (all?.series ?? 0) + one.series,
    };
  }
  return all;
};

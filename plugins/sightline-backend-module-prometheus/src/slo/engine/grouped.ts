import { Series } from '../../client/engine/readAnswer';

/** What the series of one service say together. */
export type Sum = { sum: number; series: number };

/** By the values of the labels that tell services apart, see `keyOf`. */
export type Grouped = ReadonlyMap<string, Sum>;

/** One value for each label; a label that is not there counts as empty. */
export const keyOf = (values: readonly string[]): string =>
  JSON.stringify(values);

/**
 * An answer by service. It is matched on our side: what services are called gets
 * into no question, and one question is enough for all of them.
 */
export const grouped = (
  series: Iterable<Series>,
  labels: readonly string[],
): Grouped => {
  const groups = new Map<string, Sum>();
  for (const one of series) {
    const value = one.values[0]?.[1];
    if (value === undefined) continue;
    const key = keyOf(labels.map(label => one.labels[label] ?? ''));
    const before = groups.get(key);
    groups.set(key, {
      sum: (before?.sum ?? 0) + value,
      series: (before?.series ?? 0) + 1,
    });
  }
  return groups;
};

/** A service may be known by several names: all that is counted under any of them. */
export const sumOf = (
  groups: Grouped,
  keys: readonly string[],
): Sum | undefined => {
  let all: Sum | undefined;
  for (const key of keys) {
    const one = groups.get(key);
    if (!one) continue;
    all = all
      ? { sum: all.sum + one.sum, series: all.series + one.series }
      : one;
  }
  return all;
};

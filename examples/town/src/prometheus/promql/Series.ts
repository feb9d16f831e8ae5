/** Sorted or not; an empty value is the same as none. The name of a metric is `__name__`. */
export type Labels = Readonly<Record<string, string>>;

/** Samples of one series, oldest first, each there when it is asked for. */
export type Samples = {
  readonly length: number;
  timeAt(index: number): number;
  valueAt(index: number): number;
  /**
   * What a counter had reached before each reset among these samples, in all.
   * Left out: found by looking at each.
   */
  lostToResets?(): number;
};

export type Series = {
  labels: Labels;
  /** the samples in (from, to] */
  between(fromMs: number, toMs: number): Samples;
};

/** Where series come from. */
export type Store = { series(): readonly Series[] };

export const listSamples = (
  list: readonly { timeMs: number; value: number }[],
): Samples => ({
  length: list.length,
  timeAt: index => list[index].timeMs,
  valueAt: index => list[index].value,
});

/** Counters only grow; where one did not, it began again at nothing. */
export function lostToResets(samples: Samples): number {
  if (samples.lostToResets) return samples.lostToResets();
  let lost = 0;
  for (let i = 1; i < samples.length; i++) {
    const before = samples.valueAt(i - 1);
    if (samples.valueAt(i) < before) lost += before;
  }
  return lost;
}

export const withoutName = (labels: Labels): Labels => {
  const { __name__: _, ...rest } = labels;
  return rest;
};

/** Equal for equal labels, whatever their order. */
export const labelsKey = (labels: Labels): string =>
  Object.keys(labels)
    .filter(name => labels[name] !== '')
    .sort()
    .map(name => `${name}\x01${labels[name]}`)
    .join('\x02');

/** `{code="200", job="shop"}`, as complaints show it */
export const describeLabels = (labels: Labels): string =>
  `{${Object.keys(labels)
    .sort()
    .map(name => `${name}=${JSON.stringify(labels[name])}`)
    .join(', ')}}`;

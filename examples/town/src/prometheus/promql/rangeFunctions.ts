import { extrapolatedGrowth } from './extrapolate.ts';
import type { Samples } from './Series.ts';
import {
  exactSum,
  largest,
  mean,
  quantile,
  smallest,
  variance,
} from './sums.ts';
import type { Range } from './Value.ts';

/** One number out of the samples of a series; undefined where there are too few. */
type RangeFunction = (range: Range, parameter: number) => number | undefined;

const valuesOf = ({ length, valueAt }: Samples): number[] =>
  Array.from({ length }, (_, i) => valueAt(i));

/** The functions that look at each sample, for those that have one at least. */
const overTime =
  (of: (values: number[], parameter: number) => number) =>
  ({ samples }: Range, parameter: number) =>
    samples.length > 0 ? of(valuesOf(samples), parameter) : undefined;

const seconds = ({ fromMs, toMs }: Range) => (toMs - fromMs) / 1000;

const increase: RangeFunction = range =>
  extrapolatedGrowth({ ...range, isCounter: true });

function rate(range: Range): number | undefined {
  const growth = increase(range, NaN);
  return growth === undefined ? undefined : growth / seconds(range);
}

/** Of the last two samples alone. */
function lastStep({ samples }: Range) {
  const last = samples.length - 1;
  if (last < 1) return undefined;
  return {
    before: samples.valueAt(last - 1),
    now: samples.valueAt(last),
    seconds: (samples.timeAt(last) - samples.timeAt(last - 1)) / 1000,
  };
}

const irate: RangeFunction = range => {
  const step = lastStep(range);
  if (!step) return undefined;
  const { before, now } = step;
  return (now < before ? now : now - before) / step.seconds;
};

const idelta: RangeFunction = range => {
  const step = lastStep(range);
  return step && step.now - step.before;
};

const countSteps = (counts: (before: number, now: number) => boolean) =>
  overTime(
    values =>
      values.filter((value, i) => i > 0 && counts(values[i - 1], value)).length,
  );

const differ = (a: number, b: number) =>
  a !== b && !(Number.isNaN(a) && Number.isNaN(b));

export const rangeFunctions: Record<string, RangeFunction> = {
  ...{ rate, increase, irate, idelta },
  delta: range => extrapolatedGrowth({ ...range, isCounter: false }),
  changes: countSteps(differ),
  resets: countSteps((before, now) => now < before),
  sum_over_time: overTime(exactSum),
  avg_over_time: overTime(mean),
  min_over_time: overTime(smallest),
  max_over_time: overTime(largest),
  stdvar_over_time: overTime(variance),
  stddev_over_time: overTime(values => Math.sqrt(variance(values))),
  quantile_over_time: overTime((values, q) => quantile(q, values)),
  count_over_time: ({ samples }) => samples.length || undefined,
  present_over_time: ({ samples }) => (samples.length > 0 ? 1 : undefined),
  last_over_time: ({ samples }) =>
    samples.length > 0 ? samples.valueAt(samples.length - 1) : undefined,
};

/** Those whose result is the series' own value, so that it keeps its name. */
export const keepsName = (name: string) => name === 'last_over_time';

/** How many samples it looks at; the others look at the ends of the range. */
export const samplesTouched = (name: string, { samples }: Range): number =>
  /^(changes|resets|(?!count|last|present)\w+_over_time)$/.test(name)
    ? samples.length
    : 2;

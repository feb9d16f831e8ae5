import type { Evaluate } from './evaluate.ts';
import { LOOKBACK_MS, type Frame } from './Frame.ts';
import { labelsKey, listSamples, type Labels } from './Series.ts';
import type { Selector, Shift, Subquery } from './syntax.ts';
import type { Range, Sample } from './Value.ts';

/** The moment a selector looks at. */
function momentOf({ pinned, offsetMs }: Shift, atMs: number, frame: Frame) {
  const edges = { start: frame.startMs, end: frame.endMs };
  const from = typeof pinned === 'string' ? edges[pinned] : pinned ?? atMs;
  return from - offsetMs;
}

/** The last sample of each series, unless it is five minutes old. */
export const lookAt = (
  selector: Selector,
  atMs: number,
  frame: Frame,
): Sample[] =>
  lastSamples(selector, atMs, frame).map(({ labels, value }) => ({
    labels,
    value,
  }));

/** The same with the time of each. */
export function lastSamples(
  selector: Selector,
  atMs: number,
  frame: Frame,
): (Sample & { timeMs: number })[] {
  const toMs = momentOf(selector, atMs, frame);
  const series = frame.select(selector.matchers);
  frame.touch(series.length);
  return series.flatMap(({ labels, between }) => {
    const samples = between(toMs - LOOKBACK_MS, toMs);
    const last = samples.length - 1;
    if (last < 0) return [];
    const value = samples.valueAt(last);
    return [{ labels, value, timeMs: samples.timeAt(last) }];
  });
}

export function lookBack(
  selector: Selector,
  atMs: number,
  frame: Frame,
): Range[] {
  const toMs = momentOf(selector, atMs, frame);
  const fromMs = toMs - (selector.rangeMs ?? 0);
  const series = frame.select(selector.matchers);
  frame.touch(series.length);
  return series
    .map(({ labels, between }) => {
      const samples = between(fromMs, toMs);
      return { labels, samples, fromMs, toMs };
    })
    .filter(({ samples }) => samples.length > 0);
}

/** Evaluating something costs as much as looking at so many samples. */
const STEP_COSTS = 10;

/**
 * Evaluates once every step, at whole multiples of it since 1970, so that the same
 * moments are asked about whenever somebody asks.
 */
export function evaluateSubquery(
  subquery: Subquery,
  atMs: number,
  frame: Frame,
  evaluate: Evaluate,
): Range[] {
  const { of, rangeMs, stepMs = frame.defaultStepMs } = subquery;
  const toMs = momentOf(subquery, atMs, frame);
  const fromMs = toMs - rangeMs;
  type Found = { labels: Labels; list: { timeMs: number; value: number }[] };
  const found = new Map<string, Found>();
  const first = (Math.floor(fromMs / stepMs) + 1) * stepMs;
  for (let timeMs = first; timeMs <= toMs; timeMs += stepMs) {
    const value = evaluate(of, timeMs, frame);
    if (value.type !== 'vector') continue;
    frame.touch(value.samples.length + STEP_COSTS);
    for (const sample of value.samples) {
      const key = labelsKey(sample.labels);
      const known = found.get(key) ?? { labels: sample.labels, list: [] };
      known.list.push({ timeMs, value: sample.value });
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ labels, list }) => {
    return { labels, samples: listSamples(list), fromMs, toMs };
  });
}

import type { Evaluate } from './evaluate.ts';
import type { Frame } from './Frame.ts';
import { histogramQuantile } from './histogramQuantile.ts';
import { joinLabels, replaceLabel } from './labelFunctions.ts';
import { lastSamples } from './lookBack.ts';
import { keepsName, rangeFunctions, samplesTouched } from './rangeFunctions.ts';
import { withoutName, type Labels } from './Series.ts';
import type { Call, Expression } from './syntax.ts';
import { oneOfEach } from './unique.ts';
import type { Range, Sample, Value } from './Value.ts';
import { byNumber } from './valueFunctions.ts';

const vector = (samples: Sample[]): Value => ({ type: 'vector', samples });
const scalar = (value: number): Value => ({ type: 'scalar', value });

/** What a function answers at a moment. */
export function call(
  { name, args }: Call,
  atMs: number,
  frame: Frame,
  evaluate: Evaluate,
): Value {
  if (name === 'time') return scalar(atMs / 1000);
  if (name === 'pi') return scalar(Math.PI);
  if (name === 'timestamp') {
    return vector(timestamps(args[0], atMs, frame, evaluate));
  }
  const values = args.map(arg => evaluate(arg, atMs, frame));
  const ranges = values.find(value => value.type === 'matrix');
  if (name === 'absent' || name === 'absent_over_time') {
    return vector(absent(values[0], args[0]));
  }
  if (ranges?.type === 'matrix') {
    return vector(overRanges(name, ranges.ranges, numbersOf(values), frame));
  }
  const [first] = values.filter(value => value.type === 'vector');
  const samples = first?.type === 'vector' ? first.samples : [];
  return ofVector({ name, values, samples });
}

const numbersOf = (values: Value[]) =>
  values.flatMap(value => (value.type === 'scalar' ? [value.value] : []));
const textsOf = (values: Value[]) =>
  values.flatMap(value => (value.type === 'string' ? [value.value] : []));

function ofVector(options: {
  name: string;
  values: Value[];
  samples: Sample[];
}): Value {
  const { name, values, samples } = options;
  const numbers = numbersOf(values);
  switch (name) {
    case 'vector':
      return vector([{ labels: {}, value: numbers[0] }]);
    case 'scalar':
      return scalar(samples.length === 1 ? samples[0].value : NaN);
    case 'histogram_quantile':
      return vector(histogramQuantile(numbers[0], samples));
    case 'histogram_fraction':
    case 'histogram_count':
    case 'histogram_sum':
      // They are about native histograms; of numbers Prometheus answers nothing.
      return vector([]);
    case 'label_replace':
      return vector(replaceLabel(samples, textsOf(values)));
    case 'label_join':
      return vector(joinLabels(samples, textsOf(values)));
    case 'sort':
    case 'sort_desc':
      return vector(sorted(samples, name === 'sort' ? 1 : -1));
    default: {
      const of = byNumber(name, numbers);
      const results = of ? withoutNames(samples, of) : [];
      return vector(oneOfEach(results));
    }
  }
}

const withoutNames = (samples: Sample[], of: (value: number) => number) =>
  samples.map(({ labels, value }) => {
    return { labels: withoutName(labels), value: of(value) };
  });

function sorted(samples: Sample[], sign: number): Sample[] {
  const rank = (value: number) =>
    Number.isNaN(value) ? Infinity : sign * value;
  return [...samples].sort((a, b) => {
    const [left, right] = [rank(a.value), rank(b.value)];
    return left === right ? 0 : left - right;
  });
}

function overRanges(
  name: string,
  ranges: Range[],
  [parameter]: number[],
  frame: Frame,
): Sample[] {
  const results = ranges.flatMap(range => {
    frame.touch(samplesTouched(name, range));
    const value = rangeFunctions[name](range, parameter);
    if (value === undefined) return [];
    const { labels } = range;
    return [{ labels: keepsName(name) ? labels : withoutName(labels), value }];
  });
  return oneOfEach(results);
}

/** When each sample was taken; when it was computed, where it was. */
function timestamps(
  of: Expression,
  atMs: number,
  frame: Frame,
  evaluate: Evaluate,
): Sample[] {
  if (of.kind === 'parentheses') {
    return timestamps(of.of, atMs, frame, evaluate);
  }
  if (of.kind === 'selector') {
    return oneOfEach(
      lastSamples(of, atMs, frame).map(({ labels, timeMs }) => ({
        labels: withoutName(labels),
        value: timeMs / 1000,
      })),
    );
  }
  const value = evaluate(of, atMs, frame);
  const samples = value.type === 'vector' ? value.samples : [];
  return oneOfEach(withoutNames(samples, () => atMs / 1000));
}

/** 1 where there is nothing, with the labels that were asked for. */
function absent(value: Value, asked: Expression): Sample[] {
  const isThere =
    (value.type === 'vector' && value.samples.length > 0) ||
    (value.type === 'matrix' && value.ranges.length > 0);
  return isThere ? [] : [{ labels: labelsAsked(asked), value: 1 }];
}

function labelsAsked(asked: Expression): Labels {
  if (asked.kind === 'parentheses') return labelsAsked(asked.of);
  if (asked.kind !== 'selector') return {};
  const names = asked.matchers.map(({ name }) => name);
  const once = asked.matchers.filter(
    ({ name, op, value }) =>
      op === '=' &&
      value !== '' &&
      name !== '__name__' &&
      names.indexOf(name) === names.lastIndexOf(name),
  );
  return Object.fromEntries(once.map(({ name, value }) => [name, value]));
}

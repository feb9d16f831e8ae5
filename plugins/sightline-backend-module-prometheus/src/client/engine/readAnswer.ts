import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { sampleValue } from './sampleValue';

export type Labels = Readonly<Record<string, string>>;

/** How many observations lie between two bounds. */
export type HistogramBucket = { from: number; to: number; count: number };

/** A native histogram: its buckets come along, most of them very narrow. */
export type NativeHistogram = { count: number; buckets: HistogramBucket[] };

/** One series of an answer; a native histogram has no values, all others no histograms. */
export type Series = {
  labels: Labels;
  values: [Instant, number][];
  histograms: [Instant, NativeHistogram][];
};

/** What was asked for, and what the server remarks about the question itself. */
export type Answered<T> = { data: T; infos: string[] };

type Envelope = { data: unknown; warnings: string[]; infos: string[] };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const listOf = (value: unknown, what: string): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new TypeError(`${what} is no list`);
};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** `{ status, data, warnings?, infos? }`; throws when the status is an error's. */
export const readEnvelope = (json: unknown): Envelope => {
  if (!isObject(json) || json.status !== 'success') {
    const said = isObject(json) ? errorInWords(json) : undefined;
    throw new TypeError(said ?? 'its status is not success');
  }
  const { data, warnings, infos } = json;
  return { data, warnings: textsOf(warnings), infos: textsOf(infos) };
};

const errorInWords = ({ errorType, error }: Record<string, unknown>) =>
  typeof error === 'string'
    ? [errorType, error].filter(word => word !== undefined).join(': ')
    : undefined;

const plainTextAtMost = 200;

/**
 * What the body of a refusal says. Prometheus sends its envelope; what stands
 * in front of it a line of text: `no org id`.
 */
export const explainRefusal = (body: string): string | undefined => {
  const text = body.trim();
  if (text.startsWith('<')) return undefined;
  if (!text.startsWith('{')) return text.slice(0, plainTextAtMost);
  const json: unknown = JSON.parse(text);
  return isObject(json) ? errorInWords(json) : undefined;
};

export const readTexts = (data: unknown): string[] =>
  listOf(data, 'data').map(String);

/**
 * `{ resultType, result }` of a query, one series after the other. A vector is read
 * as series of one moment each, and a number as a series without labels, so that
 * there is one form.
 */
export function* eachSeries(data: unknown): Generator<Series> {
  const { resultType, result } = isObject(data) ? data : {};
  switch (resultType) {
    case 'matrix':
      for (const one of seriesIn(result)) yield readMatrixSeries(one);
      return;
    case 'vector':
      for (const one of seriesIn(result)) yield readVectorSeries(one);
      return;
    case 'scalar':
      yield { labels: {}, values: [readPoint(result)], histograms: [] };
      return;
    default:
      throw new TypeError(`a result of type ${resultType} cannot be read`);
  }
}

export const readSeries = (data: unknown): Series[] => [...eachSeries(data)];

/** A list, or what stands for one until it is read, see `parseInPieces`. */
const seriesIn = (result: unknown): Iterable<unknown> =>
  isObject(result) && Symbol.iterator in result
    ? (result as Iterable<unknown>)
    : listOf(result, 'result');

const readMatrixSeries = (json: unknown): Series => {
  const { metric, values = [], histograms = [] } = isObject(json) ? json : {};
  return {
    labels: readLabels(metric),
    values: listOf(values, 'values').map(readPoint),
    histograms: listOf(histograms, 'histograms').map(readHistogramPoint),
  };
};

const readVectorSeries = (json: unknown): Series => {
  const { metric, value, histogram } = isObject(json) ? json : {};
  const labels = readLabels(metric);
  return histogram === undefined
    ? { labels, values: [readPoint(value)], histograms: [] }
    : { labels, values: [], histograms: [readHistogramPoint(histogram)] };
};

const readLabels = (json: unknown): Labels => {
  if (isObject(json) && hasTextsOnly(json)) return json;
  throw new TypeError('a series has no labels');
};

// No list of the values is made: there are hundreds of thousands in a round.
const hasTextsOnly = (json: Record<string, unknown>): json is Labels => {
  for (const name in json) {
    if (typeof json[name] !== 'string') return false;
  }
  return true;
};

/** Seconds, of which Prometheus sends no more than three decimals. */
const readInstant = (seconds: unknown): Instant => {
  if (typeof seconds === 'number') return Math.round(seconds * 1000);
  throw new TypeError('a sample has no time');
};

const readPoint = (json: unknown): [Instant, number] => {
  const [at, value] = listOf(json, 'a sample');
  return [readInstant(at), sampleValue(String(value))];
};

const readHistogramPoint = (json: unknown): [Instant, NativeHistogram] => {
  const [at, histogram] = listOf(json, 'a sample');
  const { count, buckets = [] } = isObject(histogram) ? histogram : {};
  return [
    readInstant(at),
    {
      count: sampleValue(String(count)),
      buckets: listOf(buckets, 'buckets').map(readBucket),
    },
  ];
};

/** `[which bounds belong to it, from, to, count]`; who owns a bound makes no difference to us. */
const readBucket = (json: unknown): HistogramBucket => {
  const [, from, to, count] = listOf(json, 'a bucket').map(String);
  return {
    from: sampleValue(from ?? ''),
    to: sampleValue(to ?? ''),
    count: sampleValue(count ?? ''),
  };
};

import type { Store } from '../promql/Series.ts';
import { PromqlError } from '../promql/PromqlError.ts';
import { queryAt, queryOver } from '../promql/query.ts';
import type { Value } from '../promql/Value.ts';
import type { Success } from './Answer.ts';
import { formatValue } from './formatValue.ts';
import {
  invalid,
  limited,
  readDuration,
  readLimit,
  readTime,
} from './parameters.ts';

const MOST_POINTS = 11_000;

/** Prometheus takes 50 million; here the whole town would have to wait meanwhile. */
const limits = { mostSamples: 3_000_000 };

export type Asked = {
  parameters: URLSearchParams;
  store: Store;
  nowMs: number;
};

export function answerQuery({ parameters, store, nowMs }: Asked): Success {
  const limit = readLimit(parameters);
  const atMs = readTime(parameters, 'time', nowMs);
  checkOptions(parameters);
  const query = parameters.get('query') ?? '';
  const value = inQuery(() => queryAt({ query, store, atMs, limits }));
  const { data: result, warnings } = resultOf(value, atMs, limit);
  return { data: { resultType: value.type, result }, warnings };
}

export function answerRange({ parameters, store }: Asked): Success {
  const limit = readLimit(parameters);
  const startMs = readTime(parameters, 'start');
  const endMs = readTime(parameters, 'end');
  if (endMs < startMs) {
    throw invalid('end', 'end timestamp must not be before start time');
  }
  const stepMs = readDuration(parameters, 'step');
  if (stepMs < 1) {
    throw invalid(
      'step',
      'zero or negative query resolution step widths are not accepted. Try a positive integer',
    );
  }
  if ((endMs - startMs) / stepMs > MOST_POINTS) {
    throw new PromqlError(
      'bad_data',
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  }
  checkOptions(parameters);
  const query = parameters.get('query') ?? '';
  const range = { store, startMs, endMs, stepMs: Math.round(stepMs) };
  const lines = inQuery(() => queryOver({ query, ...range, limits }));
  const { data, warnings } = limited(lines, limit);
  const result = data.map(({ labels, points }) => ({
    metric: labels,
    values: points.map(({ timeMs, value }) => pairOf(timeMs, value)),
  }));
  return { data: { resultType: 'matrix', result }, warnings };
}

/** A text that is none is a bad parameter. */
function inQuery<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PromqlError && error.kind === 'bad_data') {
      throw invalid('query', error.message);
    }
    throw error;
  }
}

function checkOptions(parameters: URLSearchParams) {
  if (parameters.has('timeout')) readDuration(parameters, 'timeout');
  if (parameters.has('lookback_delta')) {
    throw invalid('lookback_delta', 'this server always looks back 5m');
  }
}

const pairOf = (timeMs: number, value: number) => [
  timeMs / 1000,
  formatValue(value),
];

function resultOf(value: Value, atMs: number, limit: number) {
  switch (value.type) {
    case 'scalar':
      return { data: pairOf(atMs, value.value), warnings: [] };
    case 'string':
      return { data: [atMs / 1000, value.value], warnings: [] };
    case 'vector':
      return limited(
        value.samples.map(sample => ({
          metric: sample.labels,
          value: pairOf(atMs, sample.value),
        })),
        limit,
      );
    default:
      return limited(
        value.ranges.map(({ labels, samples }) => ({
          metric: labels,
          values: Array.from({ length: samples.length }, (_, i) =>
            pairOf(samples.timeAt(i), samples.valueAt(i)),
          ),
        })),
        limit,
      );
  }
}

import { PromqlError } from '../promql/PromqlError.ts';
import { durationMs } from '../promql/tokens.ts';

/** A parameter that says nothing sensible, as Prometheus complains of it. */
export const invalid = (name: string, problem: string) =>
  new PromqlError('bad_data', `invalid parameter "${name}": ${problem}`);

/** Further away than any clock. */
const MOST_SECONDS = 9_223_372_036;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function timeMs(text: string): number {
  if (NUMBER.test(text)) return Math.round(Number(text) * 1000);
  return RFC_3339.test(text) ? Date.parse(text) : NaN;
}

export function readTime(
  parameters: URLSearchParams,
  name: string,
  otherwise?: number,
): number {
  const text = parameters.get(name) ?? '';
  if (text === '' && otherwise !== undefined) return otherwise;
  const ms = timeMs(text);
  if (Math.abs(ms) <= MOST_SECONDS * 1000) return ms;
  throw invalid(name, `cannot parse "${text}" to a valid timestamp`);
}

/** `15`, `1.5` or `5m`, in milliseconds. */
export function readDuration(
  parameters: URLSearchParams,
  name: string,
): number {
  const text = parameters.get(name) ?? '';
  const ms = NUMBER.test(text) ? Number(text) * 1000 : durationMs(text);
  if (ms !== undefined && Math.abs(ms) <= MOST_SECONDS * 1000) return ms;
  throw invalid(name, `cannot parse "${text}" to a valid duration`);
}

/** How many at most; 0 is no limit. */
export function readLimit(parameters: URLSearchParams): number {
  const text = parameters.get('limit') ?? '';
  if (text === '') return Infinity;
  if (!/^-?\d+$/.test(text)) {
    throw invalid('limit', `cannot parse "${text}" to a number`);
  }
  if (Number(text) < 0) throw invalid('limit', 'limit must be non-negative');
  return Number(text) || Infinity;
}

export const limited = <T>(list: T[], limit: number) => ({
  data: list.slice(0, limit),
  warnings: list.length > limit ? ['results truncated due to limit'] : [],
});

import { evaluate } from './evaluate.ts';
import { createFrame } from './Frame.ts';
import { parseQuery } from './parse.ts';
import { PromqlError } from './PromqlError.ts';
import { labelsKey, type Labels, type Store } from './Series.ts';
import type { Value } from './Value.ts';
import { checkTypes } from './checkTypes.ts';

export type QueryLimits = {
  /** that one query looks at */
  mostSamples: number;
};

/** What a query comes to at one moment. */
export function queryAt(options: {
  query: string;
  store: Store;
  atMs: number;
  limits: QueryLimits;
}): Value {
  const { query, store, atMs, limits } = options;
  const expression = parseQuery(query);
  const edges = { startMs: atMs, endMs: atMs };
  const frame = createFrame({ store, ...edges, ...limits });
  return evaluate(expression, atMs, frame);
}

/** One line of a graph. */
export type Line = {
  labels: Labels;
  points: { timeMs: number; value: number }[];
};

/** The same at every step from the start to the end. */
export function queryOver(options: {
  query: string;
  store: Store;
  startMs: number;
  endMs: number;
  stepMs: number;
  limits: QueryLimits;
}): Line[] {
  const { query, store, startMs, endMs, stepMs, limits } = options;
  const expression = parseQuery(query);
  const type = checkTypes(expression, (_, message) => new Error(message));
  if (type !== 'scalar' && type !== 'instant vector') {
    throw new PromqlError(
      'bad_data',
      `invalid expression type "${type}" for range query, must be Scalar or instant Vector`,
    );
  }
  const frame = createFrame({ store, startMs, endMs, ...limits });
  const lines = new Map<string, Line>();
  for (let timeMs = startMs; timeMs <= endMs; timeMs += stepMs) {
    for (const { labels, value } of samplesOf(
      evaluate(expression, timeMs, frame),
    )) {
      const key = labelsKey(labels);
      const line = lines.get(key) ?? { labels, points: [] };
      line.points.push({ timeMs, value });
      lines.set(key, line);
    }
  }
  return [...lines.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line);
}

function samplesOf(value: Value) {
  if (value.type === 'vector') return value.samples;
  return value.type === 'scalar' ? [{ labels: {}, value: value.value }] : [];
}

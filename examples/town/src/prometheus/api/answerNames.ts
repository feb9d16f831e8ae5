import { fits } from '../promql/matching.ts';
import { parseQuery } from '../promql/parse.ts';
import { PromqlError } from '../promql/PromqlError.ts';
import type { Labels, Series } from '../promql/Series.ts';
import type { Matcher } from '../promql/syntax.ts';
import type { Success } from './Answer.ts';
import type { Asked } from './answerQuery.ts';
import { invalid, limited, readLimit, readTime } from './parameters.ts';

export function answerSeries(asked: Asked): Success {
  if (!asked.parameters.has('match[]')) {
    throw new PromqlError('bad_data', 'no match[] parameter provided');
  }
  const found = seriesAsked(asked).map(({ labels }) => sortedLabels(labels));
  return limited(found, readLimit(asked.parameters));
}

export const answerLabels = (asked: Asked): Success =>
  limited(
    inOrder(seriesAsked(asked).flatMap(({ labels }) => Object.keys(labels))),
    readLimit(asked.parameters),
  );

export function answerValues(asked: Asked, name: string): Success {
  if (!/^[a-zA-Z_]\w*$/.test(name)) {
    throw new PromqlError('bad_data', `invalid label name: "${name}"`);
  }
  const values = seriesAsked(asked).flatMap(({ labels }) =>
    labels[name] ? [labels[name]] : [],
  );
  return limited(inOrder(values), readLimit(asked.parameters));
}

const inOrder = (names: string[]) => [...new Set(names)].sort();

const sortedLabels = (labels: Labels): Labels =>
  Object.fromEntries(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** All series there were between start and end that one of the selectors fits. */
function seriesAsked({ parameters, store, nowMs }: Asked): Series[] {
  const startMs = readTime(parameters, 'start', -Infinity);
  const endMs = readTime(parameters, 'end', nowMs);
  if (endMs < startMs) {
    throw invalid('end', 'end timestamp must not be before start time');
  }
  const selectors = parameters.getAll('match[]').map(selectorOf);
  return store
    .series()
    .filter(
      ({ labels }) =>
        selectors.length === 0 ||
        selectors.some(matchers => fits(labels, matchers)),
    )
    .filter(({ between }) => between(startMs - 1, endMs).length > 0);
}

function selectorOf(text: string): Matcher[] {
  const expression = inMatch(() => parseQuery(text));
  if (expression.kind === 'selector' && expression.rangeMs === undefined) {
    return expression.matchers;
  }
  throw invalid('match[]', `"${text}" is no selector of series`);
}

function inMatch<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PromqlError
      ? invalid('match[]', error.message)
      : error;
  }
}

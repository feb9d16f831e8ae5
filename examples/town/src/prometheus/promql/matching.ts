import type { Labels } from './Series.ts';
import type { Matcher } from './syntax.ts';

const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 500;

/** As Prometheus means it: the whole value has to fit; `(?i)` at its begin is known. */
export function patternOf(text: string): RegExp {
  const known = patterns.get(text);
  if (known) return known;
  const [, flag = '', rest] = /^(?:\(\?([is]+)\))?([^]*)$/.exec(text)!;
  const flags = [...new Set(`s${flag}`)].join('');
  const pattern = new RegExp(`^(?:${rest})$`, flags);
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  patterns.set(text, pattern);
  return pattern;
}

/** A label that is not there is the same as an empty one. */
export const fits = (labels: Labels, matchers: readonly Matcher[]): boolean =>
  matchers.every(({ name, op, value }) => {
    const found = labels[name] ?? '';
    if (op === '=') return found === value;
    if (op === '!=') return found !== value;
    return patternOf(value).test(found) === (op === '=~');
  });

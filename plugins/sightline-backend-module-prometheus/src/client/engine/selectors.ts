/** A text as PromQL wants it; the escapes of JSON are among those of Go. */
const quoted = (text: string): string =>
  JSON.stringify(text.replace(halfCharacter, '\ufffd'));

/** One half of a pair alone is no character, and Go does not take it for one. */
const halfCharacter = /\p{Surrogate}/gu;

/** Label, operator, value: `['job', '=', 'collector']`. */
export type Matcher = readonly [
  label: string,
  operator: '=' | '!=' | '=~' | '!~',
  value: string,
];

/**
 * Series of one name. The name is given as a label, because there it may hold
 * dots, as names do that came over OTLP unchanged.
 *
 * @example `{__name__="calls_total",job="collector"}`
 */
export const selector = (
  name: string,
  matchers: readonly Matcher[] = [],
): string => selectorOf([['__name__', '=', name], ...matchers]);

export const selectorOf = (matchers: readonly Matcher[]): string =>
  `{${matchers
    .map(([label, operator, value]) => `${label}${operator}${quoted(value)}`)
    .join(',')}}`;

import { Millis } from '@sightline/backstage-plugin-sightline-common';

const units: readonly [letter: string, millis: Millis][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/**
 * A length of time as PromQL writes it, in the largest unit that leaves nothing.
 *
 * @example `promDuration(5_400_000)` is `90m`
 * @public
 */
export const promDuration = (length: Millis): string => {
  const [letter, millis] = units.find(([, unit]) => length % unit === 0) ?? [
    'ms',
    1,
  ];
  return `${Math.round(length / millis)}${letter}`;
};

/**
 * A question about one window: `$window` is its length. `$within` is a
 * millisecond less, for subqueries: so the moment at which the window begins,
 * where the slice before it ends, is outside of it in Prometheus 2 and 3 alike.
 * @public
 */
export const promTextFor = (text: string, window: Millis): string =>
  text
    .replaceAll('$window', promDuration(window))
    .replaceAll('$within', promDuration(window - 1));

// Texts are passed over as a whole, so that nothing within them is taken for a matcher.
const matcherOrText =
  /\b(le\s*=\s*)"(\d+)(?:\.0)?"|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;

/**
 * Prometheus 3 writes the bound of a bucket `1.0` that was `1` before: a question
 * about one of them is made to find both.
 *
 * @example `{le="1"}` becomes `{le=~"1(\\.0)?"}`
 * @public
 */
export const withEitherBound = (text: string): string =>
  text.replace(matcherOrText, (all, matcher?: string, bound?: string) =>
    matcher ? `le=~"${bound}(\\\\.0)?"` : all,
  );

const selectsBound = /\ble\s*=~?\s*["']/;

/** Whether it counts what lies below one bound of a classic histogram. @public */
export const asksForBound = (text: string): boolean => selectsBound.test(text);

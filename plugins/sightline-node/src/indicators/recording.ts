import { createHash } from 'node:crypto';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { PromQuestions, summed } from './promQuestions';
import { promDuration } from './promText';

/**
 * The names under which a Prometheus keeps answers for Sightline, by rules that
 * Sightline wrote: here and nowhere else.
 *
 * ```
 *   sightline:indicator:answer{
 *     sightline_query="3f9c17d20b4e",   which question: a hash of its text
 *     sightline_window="30d",
 *     service_name="payments" }         what the question groups by
 * ```
 * @public
 */
export const recordedNames = {
  answer: 'sightline:indicator:answer',
  /** what objectives promise, with the labels that alerts are to carry */
  target: 'sightline:objective:target',
  query: 'sightline_query',
  window: 'sightline_window',
} as const;

/** A question whose answers are kept, `$window` and `$within` still in it. @public */
export type Recorded = { id: string; text: string };

/**
 * What is kept of an indicator: the same whether it was asked for in a file or
 * for the fleet, as long as the texts are the same.
 * @public
 */
export const recordedOf = (
  questions: PromQuestions,
): { total?: Recorded; part: Recorded } => {
  const { labels, total, part, withoutPart } = questions;
  if (total === undefined) return { part: asRecorded(part) };
  const all = summed(total, labels);
  const some = summed(part, labels);
  return {
    total: asRecorded(all),
    // A rule that failed leaves nothing, and must not look like "no failures":
    // whatever has a total has a part, too. A bound that does not exist has none.
    part: asRecorded(withoutPart === 'none' ? `${some} or 0 * ${all}` : some),
  };
};

const asRecorded = (text: string): Recorded => ({
  id: createHash('sha256').update(text).digest('hex').slice(0, 12),
  text,
});

/**
 * How often answers are recorded. What happened in a day changes little in 5
 * minutes, and costs Prometheus a day of samples each time.
 * @public
 */
export const recordedEvery = (window: Millis): Millis =>
  window <= 6 * 3_600_000 ? 60_000 : 300_000;

/**
 * Asks for what was recorded last, of the given questions or of all. One round of
 * recording may have failed.
 * @public
 */
export const recordedAnswers = (
  window: Millis,
  ids: readonly string[] = [],
): string => {
  const { answer, query, window: length } = recordedNames;
  const which = ids.length > 0 ? `,${query}=~"${ids.join('|')}"` : '';
  const selected = `${answer}{${length}="${promDuration(window)}"${which}}`;
  const back = 2 * recordedEvery(window) + 60_000;
  return `last_over_time(${selected}[${promDuration(back)}])`;
};

import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  promDuration,
  PromQuestions,
  promTextFor,
  summed,
} from '@sightline/backstage-plugin-sightline-node';
import { Grouped } from './engine/grouped';

const minute = 60_000;
const hour = 3_600_000;

/** A window is looked through in so many steps. */
const steps = 720;

/** What was seen when a whole window was looked through for its first data. */
export type Look = {
  at: Instant;
  from: Instant;
  step: Millis;
  /** in seconds, as Prometheus tells it; by service */
  first: Grouped;
};

export const stepOf = (window: Millis): Millis =>
  Math.max(minute, Math.ceil(window / steps / minute) * minute);

/** When there was something for the first time, to the step. */
export const firstDataQuestion = (
  { presence, labels }: Pick<PromQuestions, 'presence' | 'labels'>,
  window: Millis,
): string => {
  const step = stepOf(window);
  // Seldom scraped is not absent: an hour has two samples of whatever is alive.
  const text = promTextFor(presence, Math.max(step, hour));
  return `min_over_time(timestamp(${summed(text, labels)})[${promDuration(
    window - 1,
  )}:${promDuration(step)}])`;
};

/**
 * The first moment of which a service has data, where that is within the window.
 *
 * ```
 *   from ├─┬─┬─┬─┬─┬─┬─┤ at          data at the first step: there were some before
 *              └ first
 * ```
 * A service that was not there when one looked came later. Where nobody was there,
 * the look says nothing: then all there is came within the last step.
 */
export const dataSince = (
  { first, step, at }: Look,
  keys: readonly string[],
  from: Instant,
): Instant | undefined => {
  if (first.size === 0) return undefined;
  const seen = keys.flatMap(key => {
    const seconds = first.get(key)?.sum;
    return Number.isFinite(seconds) ? [Number(seconds) * 1000] : [];
  });
  const since =
    seen.length > 0 ? Math.min(...seen) : Math.floor(at / step) * step;
  return since - step <= from ? undefined : since;
};

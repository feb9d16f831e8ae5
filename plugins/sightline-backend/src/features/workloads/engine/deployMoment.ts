import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { atMinute } from './inWords';

/** Between these two moments everything happened that is news now. */
export type Span = {
  /** when the cluster was heard before; none: for the first time */
  after?: Instant;
  now: Instant;
};

/** Clocks differ by so much without anybody having to know. */
const tolerated: Millis = 60_000;

/** Longer than this, and it has to be said that the time is not known better. */
const away: Millis = 600_000;

export type Moment = { at: Instant; words?: string };

/**
 * A cluster's word is taken as far as it can be true: a template that was not yet
 * there when the cluster was heard before came after that, and nothing comes from
 * the future.
 *
 * ```
 *   heard before ├──────────────────────┤ now
 *        ▲ said: too early    ▲ taken        ▲ said: too late
 * ```
 */
export const momentOf = (said: Instant | undefined, span: Span): Moment => {
  const { now } = span;
  const after =
    span.after === undefined ? undefined : Math.min(span.after, now);
  if (said === undefined) {
    return after === undefined || now - after <= away
      ? { at: now }
      : {
          at: now,
          words: `between ${atMinute(after)} and then, while nobody looked`,
        };
  }
  if (said > now + tolerated) {
    return {
      at: now,
      words: `the cluster says ${atMinute(said)}, to come yet`,
    };
  }
  if (after !== undefined && said < after - tolerated) {
    return {
      at: after,
      words: `the cluster says ${atMinute(said)}, when it was not there yet`,
    };
  }
  return { at: Math.min(now, Math.max(said, after ?? said)) };
};

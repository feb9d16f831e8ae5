import type {
  Instant,
  Millis,
  TimeRange,
} from '@sightline/backstage-plugin-sightline-common';

const HOUR: Millis = 3_600_000;
const DAY = 24 * HOUR;

/** Clocks differ a little, and whoever asks now asks about now. */
const BEFORE = HOUR;
/** Gaps are told of 14 days, also shortly before the next round. */
const AFTER = 15 * DAY;
/** What nobody asked about for longer stays unknown. */
const LOOK_BACK = 7 * DAY;

/**
 * What a source asks about who is on call: from when it last did, so that what was
 * in between is not lost, until gaps need no more.
 *
 * ```
 *   lastGood, a week ago at most ├──────── now ────────┤ in 15 days
 * ```
 * @public
 */
export const rosterWindow = (
  now: Instant,
  lastGood: Instant = now,
): TimeRange => ({
  from: Math.max(now - LOOK_BACK, Math.min(now - BEFORE, lastGood)),
  to: now + AFTER,
});

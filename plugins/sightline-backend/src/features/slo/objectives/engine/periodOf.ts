import {
  Millis,
  ObjectiveWindow,
} from '@sightline/backstage-plugin-sightline-common';

const DAY = 24 * 3_600_000;

const days = { day: 1, week: 7, month: 30, quarter: 90, year: 365 } as const;

/**
 * How long a window is, more or less: one that follows a calendar is now longer,
 * now shorter.
 *
 * @example a calendar month is taken for 30 days
 */
export const periodOf = (window: ObjectiveWindow): Millis =>
  window.kind === 'rolling'
    ? window.duration
    : window.every * days[window.unit] * DAY;

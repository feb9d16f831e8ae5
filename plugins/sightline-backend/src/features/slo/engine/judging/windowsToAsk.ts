import {
  Instant,
  Millis,
  Objective,
  windowAt,
} from '@sightline/backstage-plugin-sightline-common';
import { AlertRule } from './AlertRule';

const MINUTE: Millis = 60_000;

/**
 * Over which windows an objective must be measured: those of its alerts, shortest
 * first, and at the end, whatever its length, the one its budget counts over: the
 * rolling window, or the part of the calendar's that has passed. No length twice.
 *
 * ```
 *   rolling 30 d           5m 30m 1h 2h 6h 1d 3d   30d
 *   month, on the 2nd      5m 30m 1h 2h 6h    3d   1d
 * ```
 *
 * Alerts look back past the boundary of a calendar: what burns, burns.
 */
export const windowsToAsk = (
  objective: Pick<Objective, 'window'>,
  rules: readonly AlertRule[],
  now: Instant,
): Millis[] => {
  const period = periodSoFar(objective.window, now);
  const windows = new Set(rules.flatMap(({ long, short }) => [long, short]));
  windows.delete(period);
  return [...windows].sort((a, b) => a - b).concat(period);
};

/** Nobody has counted anything in the first moments of a month. */
const least = 5 * MINUTE;

const periodSoFar = (window: Objective['window'], now: Instant): Millis => {
  if (window.kind === 'rolling') return window.duration;
  const passed = now - windowAt(window, now).from;
  return Math.max(least, Math.floor(passed / MINUTE) * MINUTE);
};

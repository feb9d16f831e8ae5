import { Millis } from '../units/time';

const MINUTE = 60_000;

/**
 * An alert's window for another period than the one it was made for, in whole
 * minutes. Half a minute is rounded up, as Go rounds durations (half away from
 * zero), so that windows are those that Pyrra would choose.
 *
 * Source: Pyrra, `slo/rules.go`, `Windows`.
 * Domain: window > 0, times > 0; at least one minute.
 *
 * @example 5 minutes of 28 days, for 14 days: 2.5 and so 3 minutes
 * @public
 */
export const scaledWindow = (window: Millis, times: number): Millis =>
  Math.max(MINUTE, Math.round((window * times) / MINUTE) * MINUTE);

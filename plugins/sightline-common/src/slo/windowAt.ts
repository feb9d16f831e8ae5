import { Instant } from '../units/time';
import { calendarWindowAt } from './calendarWindow';
import { ObjectiveWindow } from './objective';

/**
 * The window over which an objective's budget counts at a moment: a rolling one
 * ends there, one of a calendar holds it.
 *
 * Source: OpenSLO v1, `timeWindow`.
 * Domain: as `calendarWindowAt`; a rolling duration above 0.
 *
 * @example rolling 30 days at 2026-11-21T00:00Z: from 2026-10-22T00:00Z
 * @public
 */
export const windowAt = (
  window: ObjectiveWindow,
  at: Instant,
): { from: Instant; to: Instant } =>
  window.kind === 'rolling'
    ? { from: at - window.duration, to: at }
    : calendarWindowAt(window, at);

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { AskContext } from '../source/Source';

// setTimeout takes a wait above 2^31-1 ms for "at once".
const longestTimer = 2 ** 31 - 1;

/**
 * The context's signal, aborted at its deadline too, for those who call without
 * intake around them. Call `clear` when done: no timer is left behind.
 */
export const untilDeadline = (context: AskContext, now: Instant) => {
  const remaining = context.deadline - now;
  const controller = new AbortController();
  const timer =
    remaining <= longestTimer
      ? setTimeout(() => controller.abort(), Math.max(0, remaining))
      : undefined;
  return {
    signal: AbortSignal.any([context.signal, controller.signal]),
    clear: () => clearTimeout(timer),
  };
};

import type { Outage } from '../../engine/traffic.ts';
import type { Present, Silence } from './Workload.ts';

/** When nobody listened at a service, whoever called: then its probes fail as well. */
export const silencesOf = (
  service: string,
  outages: readonly Outage[],
): Silence[] =>
  outages
    .filter(({ incident }) =>
      incident.effects.some(
        ({ on, refused }) =>
          refused && on.callee === service && on.caller === undefined,
      ),
    )
    .map(({ fromMicros, toMicros }) => ({
      fromMs: fromMicros / 1000 + FAILS_AFTER_MS,
      toMs: toMicros / 1000 + PERIOD_MS,
    }));

/** How often a pod is asked whether it can serve; the third failure in a row counts. */
const PERIOD_MS = 5000;
const FAILS_AFTER_MS = 3 * PERIOD_MS;

/** Whether its pods answer now, and since when that is so; `undefined`: as ever. */
export function hearing({ silences, nowMs }: Present): {
  isSilent: boolean;
  sinceMs?: number;
} {
  const begun = silences.filter(({ fromMs }) => fromMs <= nowMs);
  const now = begun.filter(({ toMs }) => nowMs < toMs);
  if (now.length > 0) {
    const sinceMs = Math.min(...now.map(({ fromMs }) => fromMs));
    return { isSilent: true, sinceMs };
  }
  const ends = begun.map(({ toMs }) => toMs);
  return {
    isSilent: false,
    ...(ends.length > 0 && { sinceMs: Math.max(...ends) }),
  };
}

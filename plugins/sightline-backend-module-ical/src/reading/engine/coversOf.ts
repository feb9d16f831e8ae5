import type {
  Instant,
  TimeRange,
} from '@sightline/backstage-plugin-sightline-common';
import type { CalendarReading } from '@sightline/backstage-plugin-sightline-node';

/**
 * What a calendar says something about. Many feeds forget what is over, and end in a
 * few weeks: before the first shift and after the last nobody knows, which is no gap.
 *
 * ```
 *             ├──────────── asked ────────────┤
 *                  ├─ Ana ─┤   ├─ Ben ─┤
 *                  ├────── covered ────┤           of a feed that ends
 * ```
 */
export const coversOf = (
  { shifts, knownUntil = Infinity }: CalendarReading,
  asked: TimeRange,
  now: Instant,
): TimeRange => {
  const first = shifts.reduce((least, one) => Math.min(least, one.from), now);
  const from = Math.max(asked.from, first);
  return { from, to: Math.max(from, Math.min(asked.to, knownUntil)) };
};

import { Instant, toIso } from '../units/time';
import { localClock } from './localClock';
import type { OnCallGap } from './model';
import type { RotationGap } from './rotation/slot';

const why: Record<RotationGap['reason'], (user?: string) => string> = {
  'no-shift': () => 'no shift covers it',
  'nobody-in-it': () => 'nobody is in the rotation',
  'unknown-user': user => `${user} has the shift, and is not in the catalog`,
  'not-begun': () => 'the rotation has not begun',
};

/**
 * A gap as people are told of it: seen from a moment, in a zone.
 *
 * @example "Nobody is on call from Mon 02:00 UTC until Mon 06:00 UTC: no shift covers it"
 * @public
 */
export const toGap = (
  { level, reason, user }: Pick<RotationGap, 'level' | 'reason' | 'user'>,
  { from, until }: { from?: Instant; until?: Instant },
  seen: { at: Instant; timeZone: string },
): OnCallGap => {
  const begin =
    from !== undefined && from > seen.at
      ? ` from ${localClock(from, seen)}`
      : '';
  const end = until === undefined ? '' : ` until ${localClock(until, seen)}`;
  const as = level === 1 ? '' : ` as level ${level}`;
  return {
    level,
    ...(from !== undefined && { from: toIso(from) }),
    ...(until !== undefined && { until: toIso(until) }),
    reason,
    words: `Nobody is on call${as}${begin}${end}: ${why[reason](user)}`,
  };
};

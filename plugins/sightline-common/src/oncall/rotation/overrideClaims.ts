import { toInstant } from '../../units/time';
import { Claim, clipped, TimeRange } from './claims';
import type { Rotation } from './model';

/** Above every layer: those count from 0. */
const RANKS_FROM = 1_000_000;

/** Overrides of a level as claims; of two that overlap the one that was made later ranks higher. */
export const overrideClaims = (
  { overrides }: Rotation,
  level: number,
  range: TimeRange,
): Claim[] =>
  overrides
    .filter(override => override.level === level)
    .map(override => ({
      ...override,
      made: toInstant(override.madeAt ?? '') ?? 0,
    }))
    // Stable: those of a file stay in its order.
    .sort((a, b) => a.made - b.made)
    .flatMap(({ id, user, from, to }, order) => {
      const claim: Claim = {
        ...{ user, rank: RANKS_FROM + order },
        ...{ shift: `override:${id}`, by: { override: id } },
        from: toInstant(from) ?? Infinity,
        to: toInstant(to) ?? -Infinity,
      };
      return clipped(claim, range) ?? [];
    });

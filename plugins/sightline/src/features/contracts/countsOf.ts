import { VerificationState } from '@sightline/backstage-plugin-sightline-common';
import type { PairState } from '../../ui/contracts/contractWords';

type Count = { look: PairState; held: number; word: string };

/**
 * Four figures at most, in the words of the facts `contracts.*`: what was never
 * verified, or has changed since, is unknown, and never counts as kept.
 */
export const countsOf = (
  counts: Record<VerificationState, number>,
): Count[] => {
  const figures: Count[] = [
    { look: 'success', held: counts.success, word: 'verified' },
    { look: 'failed', held: counts.failed, word: 'failed' },
    { look: 'pending', held: counts.pending, word: 'pending' },
    { look: 'unknown', held: counts.never + counts.stale, word: 'unknown' },
  ];
  return figures.filter(({ look, held }) => look !== 'pending' || held > 0);
};

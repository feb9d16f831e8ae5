import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import { Hop } from './acrossTopics';

export type FailurePoint = {
  hop: Hop;
  /** errors that no call below explains */
  errors: number;
  /** of all errors that begin anywhere on the way */
  share: Ratio;
};

/** Fewer of all errors are left out: there is always some noise. */
const least = 0.01;

/**
 * Where errors begin: those of a hop that none of the calls it waits for
 * explains. It is an estimate from counts: one call below may fail several times
 * for one failure above, or be tried again and succeed.
 *
 * ```
 *   checkout 14 failed ── orders 13 failed ── payments 9 failed ── cardrail 7
 *   own:      1                   4                  2                     7
 * ```
 */
export const failurePoints = (hops: readonly Hop[]): FailurePoint[] => {
  const own = hops.map(hop => ({ hop, errors: ownErrors(hop) }));
  const all = own.reduce((sum, { errors }) => sum + errors, 0);
  return own
    .map(point => ({ ...point, share: all === 0 ? 0 : point.errors / all }))
    .filter(({ errors, share }) => errors >= 1 && share >= least)
    .sort((a, b) => b.errors - a.errors);
};

const ownErrors = ({ tree: { counts, children } }: Hop): number => {
  const below = children
    .filter(({ step }) => step.mode === 'sync')
    .reduce((sum, child) => sum + child.counts.errors, 0);
  return Math.max(0, counts.errors - below);
};

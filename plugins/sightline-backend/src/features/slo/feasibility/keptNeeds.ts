import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import { CallNeeds } from './feasibilityAnswer';

/** Whom services wait for changes by the day; that they fail, somewhat faster. */
const freshFor: Millis = 10_000;
/** Older than this, an answer is worth waiting for, and so is why there is none. */
const goodFor: Millis = 30_000;

type Kept = { needs: CallNeeds; at: Instant };

/**
 * Keeps what takes the calls of a whole fleet to tell, so that a page of one service
 * does not wait for it:
 *
 * ```
 *   read ──▶ kept ─── 10 s ──▶ asked: the kept one, and read again ── 30 s ──▶ waited for
 * ```
 *
 * That nobody reported calls is not kept: the first ones show at once.
 */
export const keptNeeds = (options: {
  read(): Promise<CallNeeds>;
  clock: Clock;
}): (() => Promise<CallNeeds>) => {
  const { read, clock } = options;
  let kept: Kept | undefined;
  let coming: Promise<CallNeeds> | undefined;

  const begin = (): Promise<CallNeeds> => {
    const at = clock();
    coming = read()
      .then(needs => {
        kept = needs.evidence && { needs, at };
        return needs;
      })
      .finally(() => {
        coming = undefined;
      });
    return coming;
  };

  return async () => {
    const age = kept ? clock() - kept.at : Infinity;
    if (kept && age < freshFor) return kept.needs;
    const reading = coming ?? begin();
    if (!kept || age >= goodFor) return reading;
    // Whoever comes after the limit hears of it; until then the last one stands.
    reading.catch(() => {});
    return kept.needs;
  };
};

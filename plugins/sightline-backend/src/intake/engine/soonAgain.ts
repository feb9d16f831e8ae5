import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Circuit, triedAgainAt } from './circuit';

const first: Millis = 5_000;

/**
 * How long until a source that did not answer is asked again, where that is before
 * its next turn. Whoever was down for a moment, or starts a little later than we
 * do, is not missed for the five minutes until then.
 *
 * ```
 *   failures        1     2      3      4   …
 *   again after     5 s   10 s   20 s   40 s     and while the circuit is open: its end
 * ```
 */
export const soonAgain = (options: {
  /** rounds in a row that went wrong */
  failures: number;
  circuit: Circuit;
  every: Millis;
  now: Instant;
}): Millis | undefined => {
  const { failures, circuit, every, now } = options;
  if (failures === 0) return undefined;
  const resumed = triedAgainAt(circuit, now);
  const pause =
    resumed === undefined ? first * 2 ** (failures - 1) : resumed - now;
  return pause < every ? pause : undefined;
};

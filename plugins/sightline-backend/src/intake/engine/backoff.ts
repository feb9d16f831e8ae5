import { Millis } from '@sightline/backstage-plugin-sightline-common';

export type BackoffSettings = {
  /** tries at one question, the first included */
  attempts: number;
  /** the longest wait before the second try */
  first: Millis;
  /** the longest wait before any try */
  longest: Millis;
};

/**
 * How long to wait before try number `attempt + 1`: anywhere between nothing
 * and the doubled wait (full jitter: those who failed together do not come back
 * together).
 *
 * ```
 *   attempt     1        2            3
 *   wait    0..first  0..2·first  0..4·first   … never above longest
 * ```
 * @param chance 0 inclusive to 1 exclusive
 */
export const backoff = (
  { first, longest }: Pick<BackoffSettings, 'first' | 'longest'>,
  attempt: number,
  chance: number,
): Millis => chance * Math.min(longest, first * 2 ** (attempt - 1));

export type TriedSoFar = {
  /** tries made, at least 1 */
  attempt: number;
  /** until the deadline */
  remaining: Millis;
  /** what the other side asked for */
  after?: Millis;
  chance: number;
};

/**
 * The wait before the next try, or `undefined` when there is none left: tries
 * used up, or the wait would last beyond the deadline. What the other side
 * asked for is a lower bound, and the jitter comes on top of it.
 */
export const waitBeforeNextTry = (
  settings: BackoffSettings,
  { attempt, remaining, after = 0, chance }: TriedSoFar,
): Millis | undefined => {
  if (attempt >= settings.attempts) {
    return undefined;
  }
  const pause = after + backoff(settings, attempt, chance);
  return pause < remaining ? pause : undefined;
};

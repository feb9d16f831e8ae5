import {
  allowedBad,
  Millis,
  Objective,
  Ratio,
  unknown,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  Measured,
  Measurement,
} from '@sightline/backstage-plugin-sightline-node';
import { countInWords, inTheLast, targetInWords } from './inWords';

/** What share of a window went wrong, and of how many where that is known. */
export type ErrorShare = {
  errors: Ratio;
  counted?: { total: number; bad: number };
};

/** What must be known of an objective to believe a measurement. */
export type JudgedFor = Pick<Objective, 'target' | 'budgeting'> & {
  minimumBadEvents: number;
};

/** What is known of each window, by its length. */
export type Shares = ReadonlyMap<Millis, ErrorShare | Unknown>;

export const errorShares = (
  { windows }: Measurement,
  judged: JudgedFor,
): Shares =>
  new Map(
    windows.map(({ window, measured }) => [
      window,
      errorShare(measured, window, judged),
    ]),
  );

/**
 * The same, to compare it with a threshold: fewer events are enough to see that
 * the budget burns 14 times too fast than to see that it burns at all.
 */
export const sharesAt = (
  { windows }: Measurement,
  judged: JudgedFor,
): ((window: Millis, threshold: number) => ErrorShare | Unknown) => {
  const counted = new Map(
    windows.map(({ window, measured }) => [window, measured]),
  );
  return (window, threshold) => {
    const measured = counted.get(window);
    return measured
      ? errorShare(measured, window, judged, threshold)
      : neverAsked(window);
  };
};

export const neverAsked = (window: Millis): Unknown =>
  unknown('no-data', `Nothing is known of ${inTheLast(window)}`);

/**
 * Reads one window, or says why nothing can be concluded from it. Whatever is no
 * sound number is unknown: it would compare as "not above" and look well.
 */
const errorShare = (
  measured: Measured,
  window: Millis,
  judged: JudgedFor,
  times = 1,
): ErrorShare | Unknown => {
  switch (measured.what) {
    case 'counted':
      return countedShare(measured, window, { ...judged, times });
    case 'shared':
      return isCount(measured.bad)
        ? { errors: Math.min(1, measured.bad) }
        : noNumber(window);
    case 'no-traffic':
      return noTraffic(window);
    default:
      return unknown(
        'no-data',
        measured.detail ?? `No data for ${inTheLast(window)}`,
      );
  }
};

const countedShare = (
  { total, bad }: { total: number; bad: number },
  window: Millis,
  judged: ComparedWith,
): ErrorShare | Unknown => {
  // Rates extrapolate to both sides, so that total less good can be below 0.
  if (!isCount(total) || !Number.isFinite(bad)) return noNumber(window);
  if (total === 0) return noTraffic(window);
  const counted = { total, bad: Math.min(total, Math.max(0, bad)) };
  return isTooFew(counted, judged)
    ? unknown('too-few-events', tooFewWords(total, window, judged))
    : { errors: counted.bad / total, counted };
};

const isCount = (value: number) => Number.isFinite(value) && value >= 0;

const noNumber = (window: Millis) =>
  unknown('no-data', `What was answered for ${inTheLast(window)} is no number`);

const noTraffic = (window: Millis) =>
  unknown('too-few-events', `No traffic in ${inTheLast(window)}`);

/** How many times too fast it must burn for anybody to act. */
type ComparedWith = JudgedFor & { times: number };

/** As many bad ones are no accident, however few events there were. */
const proof = 10;

/**
 * Whether one event more or less decides everything: 1 failure in 10 requests
 * burns 100 times too fast at 99.9 %. Enough are those that would have a bad one
 * or more if they burned as fast as they are compared with. But where everything fails, few requests
 * are no excuse: from ten bad ones on the rate is known well enough.
 *
 * Slices of time are no events: a bad minute is bad, however few requests it had.
 */
const isTooFew = (
  { total, bad }: { total: number; bad: number },
  { target, budgeting, minimumBadEvents, times }: ComparedWith,
): boolean =>
  budgeting.method === 'occurrences' &&
  allowedBad(total, target) * times < minimumBadEvents &&
  bad < Math.max(proof, minimumBadEvents);

const tooFewWords = (
  total: number,
  window: Millis,
  { target, minimumBadEvents, times }: ComparedWith,
): string => {
  const expected = countInWords(allowedBad(total, target) * times);
  const events = `${countInWords(total)} ${total === 1 ? 'event' : 'events'}`;
  const would =
    times === 1
      ? `may have ${expected} bad ones at ${targetInWords(target)}`
      : `would have ${expected} bad ones if they burned ${countInWords(
          times,
        )} times too fast at ${targetInWords(target)}`;
  const least = countInWords(minimumBadEvents);
  return `Too few to tell: ${events} in ${inTheLast(
    window,
  )} ${would}, and below ${least} chance decides`;
};

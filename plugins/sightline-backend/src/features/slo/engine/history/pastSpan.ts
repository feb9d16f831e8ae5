import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { cellWidths } from './cells';

const { hour, day } = cellWidths;

/** What charts show by the hour. */
const shown: Millis = 31 * day;
/** Hours are kept for 90 days, and the oldest go while the others are filled in. */
const atMost: Millis = 88 * day;

/**
 * Which stretch of an objective's past is worth asking about: what is shown, and
 * before it a whole window, which the budget at its beginning counts over.
 */
export const pastSpan = (
  period: Millis,
  now: Instant,
): { begins: Instant; ends: Instant } => {
  const ends = Math.floor(now / hour) * hour;
  const length = Math.min(atMost, shown + period);
  return { begins: Math.floor((ends - length) / day) * day, ends };
};

/** Answers of one question hold so many steps, of all objectives together. */
const stepsAtMost = 200_000;
const daysAtMost = 31;

/**
 * The next piece to ask about, the latest first: whole days, as many as an answer
 * can hold; after each failure half as many.
 */
export const nextPiece = (
  { begins, reached }: { begins: Instant; reached: Instant },
  { objectives, tries }: { objectives: number; tries: number },
): { from: Instant; to: Instant } => {
  const fit = Math.min(daysAtMost, stepsAtMost / 24 / Math.max(1, objectives));
  const days = Math.max(1, Math.floor(fit / 2 ** tries));
  const lastDay = Math.ceil(reached / day) * day;
  return { from: Math.max(begins, lastDay - days * day), to: reached };
};

const firstPause: Millis = 300_000;
const longestPause: Millis = 6 * hour;

/** How long to wait after so many failures. */
export const pauseAfter = (tries: number): Millis =>
  Math.min(longestPause, firstPause * 2 ** Math.min(20, tries - 1));

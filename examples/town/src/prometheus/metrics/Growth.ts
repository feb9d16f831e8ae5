import { worthBetween } from './dayShape.ts';

/** So much a second, of the day's mean, from a moment on. */
export type Pace = { fromMs: number; perSecond: number };

/** How much of something there has been until a moment, since it began. */
export type Growth = (atMs: number) => number;

/**
 * Adds up paces that follow each other, without looking at anything between:
 *
 *     perSecond      ┌──────┐
 *              ──────┘      └───────────
 *     from     0     1      2         at      known at 1 and 2, and a bit beyond
 */
export function growthOf(paces: readonly Pace[]): Growth {
  const reached = [0];
  for (let i = 1; i < paces.length; i++) {
    const { fromMs, perSecond } = paces[i - 1];
    const grown = perSecond * worthBetween(fromMs, paces[i].fromMs);
    reached.push(reached[i - 1] + grown);
  }
  return atMs => {
    const i = lastBefore(paces, atMs);
    if (i < 0) return 0;
    const { fromMs, perSecond } = paces[i];
    return reached[i] + perSecond * worthBetween(fromMs, atMs);
  };
}

function lastBefore(paces: readonly Pace[], atMs: number): number {
  let low = 0;
  let high = paces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paces[middle].fromMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const NIGHT = 86_400_000;

/** One a night, at two. */
export const oncePerNight =
  (fromMs: number): Growth =>
  atMs =>
    nightsUntil(atMs) - nightsUntil(fromMs);

const nightsUntil = (ms: number) => Math.floor((ms - NIGHT / 12) / NIGHT);

import {
  CallFigures,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';

const MINUTE = 60_000;

/** Figures of an hour at so many calls a second. */
export const figures = (
  perSecond: number,
  errorRatio = 0.001,
  [p50, p95] = [14, 45],
): CallFigures => {
  const calls = Math.round(perSecond * 3_600);
  const errors = Math.round(calls * errorRatio);
  return {
    calls,
    errors,
    errorRatio: calls ? errors / calls : 0,
    perSecond,
    p50,
    p95,
  };
};

/** So many minutes before the moment of the tests. */
export const before = (minutes: number, now = NOON) =>
  toIso(now - minutes * MINUTE);

/** What traces told half a minute ago. */
export const traced = (now = NOON) => ({
  source: 'otlp',
  observedAt: before(0.5, now),
  validFor: 10 * MINUTE,
});

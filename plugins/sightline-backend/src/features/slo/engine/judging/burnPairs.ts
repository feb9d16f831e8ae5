import {
  alertThreshold,
  BurnPair,
  BurnReading,
  burnRate,
  Millis,
  Ratio,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { AlertRule } from './AlertRule';
import { ErrorShare, Shares } from './errorShare';

/** How fast each window of a measurement burns, by its length. */
export type BurnsByWindow = ReadonlyMap<Millis, BurnReading>;

export const burnsByWindow = (shares: Shares, target: Ratio): BurnsByWindow =>
  new Map(
    [...shares].map(([window, share]) => [window, burnReading(share, target)]),
  );

const burnReading = (share: ErrorShare | Unknown, target: Ratio): BurnReading =>
  'state' in share
    ? { unknown: share }
    : { rate: burnRate(share.errors, target) };

type Paired = {
  shareAt(window: Millis, threshold: number): ErrorShare | Unknown;
  target: Ratio;
  period: Millis;
};

export const burnPairs = (
  rules: readonly AlertRule[],
  paired: Paired,
): BurnPair[] =>
  rules
    .map(rule => pairOf(rule, paired))
    .sort((a, b) => b.threshold - a.threshold || a.long.window - b.long.window);

const pairOf = (
  { severity, long, short, budgetShare }: AlertRule,
  { shareAt, target, period }: Paired,
): BurnPair => {
  const threshold = alertThreshold({ budgetShare, window: long, period });
  const read = (window: Millis) => ({
    window,
    burn: burnReading(shareAt(window, threshold), target),
  });
  const pair = { long: read(long), short: read(short) };
  const firing =
    isAbove(pair.long.burn, threshold) && isAbove(pair.short.burn, threshold);
  return { severity, ...pair, threshold, budgetShare, firing };
};

export const isAbove = (burn: BurnReading, threshold: number): boolean =>
  'rate' in burn && burn.rate > threshold;

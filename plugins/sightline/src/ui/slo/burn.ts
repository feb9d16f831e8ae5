import {
  BurnPair,
  BurnReading,
} from '@sightline/backstage-plugin-sightline-common';

/** `15.1` → "15×", `2.44` → "2.4×", `0.03` → "< 0.1×" */
export const burnFigure = (rate: number): string => {
  if (rate > 0 && rate < 0.05) {
    return '< 0.1×';
  }
  return `${rate >= 9.95 ? Math.round(rate) : Number(rate.toFixed(1))}×`;
};

/** A threshold is compared with, so it keeps three digits: `14.4` → "14.4×" */
export const thresholdFigure = (threshold: number): string =>
  `${Number(threshold.toPrecision(3))}×`;

export const rateOf = (reading: BurnReading): number | undefined =>
  'rate' in reading ? reading.rate : undefined;

/** The slower burn of the two: only when both burn does anybody act. */
export const pairBurn = ({ long, short }: BurnPair): number | undefined => {
  const [before, now] = [rateOf(long.burn), rateOf(short.burn)];
  return before === undefined || now === undefined
    ? undefined
    : Math.min(before, now);
};

const first = (burns: readonly BurnPair[]): BurnPair | undefined =>
  [...burns].sort((a, b) => a.long.window - b.long.window)[0];

/**
 * The pair of windows that says most: one that fires, a page before a ticket; else
 * the one that burns fastest. Of those alike the shortest; undefined while none is known.
 */
export const tellingPair = (
  burns: readonly BurnPair[],
): BurnPair | undefined => {
  const fires = burns.filter(({ firing }) => firing);
  if (fires.length > 0) {
    const pages = fires.filter(({ severity }) => severity === 'page');
    return first(pages.length > 0 ? pages : fires);
  }
  const known = burns.filter(pair => pairBurn(pair) !== undefined);
  const figureOf = (pair: BurnPair) => burnFigure(pairBurn(pair)!);
  const fastest = Math.max(...known.map(pair => pairBurn(pair)!));
  // What is written alike is alike.
  return first(known.filter(pair => figureOf(pair) === burnFigure(fastest)));
};

import {
  CallFigures,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';

/** z of the 95th percentile of a normal distribution */
const Z95 = 1.6449;

type Part = { calls: number; p50: Millis; p95: Millis };

const isPart = (figures: CallFigures): figures is CallFigures & Part =>
  figures.p50 !== undefined && figures.p95 !== undefined && figures.p50 > 0;

/** Φ(z), to 1e-7: Abramowitz and Stegun 26.2.17. */
const normal = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    Math.exp((-z * z) / 2) *
    0.3989423 *
    t *
    (0.3193815 +
      t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
  return z > 0 ? 1 - tail : tail;
};

/** Part of the calls of one part that take no longer than `x`: log-normal through p50 and p95. */
const within = ({ p50, p95 }: Part, x: Millis): number => {
  const spread = Math.log(Math.max(p95, p50) / p50) / Z95;
  return spread > 0 ? normal(Math.log(x / p50) / spread) : Number(x >= p50);
};

/**
 * A quantile of calls of which only parts were measured: each part is taken for
 * log-normal, as durations mostly are, and the mixture is solved by halving. The
 * answer is never outside the same quantile of the parts.
 *
 * @example 900 calls with p50 14 and p95 45 ms and 100 with 380 and 1,120 ms:
 * p50 is 15.5 ms, p95 380 ms: half of the slow ones are the slowest twentieth
 */
export const mixedQuantile = (
  figures: CallFigures[],
  quantile: 0.5 | 0.95,
): Millis | undefined => {
  const parts = figures.filter(isPart);
  if (parts.length === 0) {
    return undefined;
  }
  const own = parts.map(part => (quantile === 0.5 ? part.p50 : part.p95));
  let [low, high] = [Math.min(...own), Math.max(...own)];
  const calls = parts.reduce((sum, part) => sum + part.calls, 0);
  for (let halvings = 0; halvings < 40 && high - low > 0.001; halvings++) {
    const middle = (low + high) / 2;
    const below = parts.reduce(
      (sum, part) => sum + part.calls * within(part, middle),
      0,
    );
    if (below < quantile * calls) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
};

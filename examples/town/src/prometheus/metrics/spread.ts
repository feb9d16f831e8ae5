import type { Spread } from '../../engine/latency.ts';

/** The standard normal distribution's 95th percentile. */
const Z95 = 1.6449;

const sigmaOf = ({ p50, p95 }: Spread) =>
  Math.max(1e-9, Math.log(p95 / p50) / Z95);

/** The share of log-normal times that is longer than this, in milliseconds. */
export const shareOver = (ms: number, spread: Spread): number =>
  ms === Infinity ? 0 : upperTail(Math.log(ms / spread.p50) / sigmaOf(spread));

export const meanMs = (spread: Spread): number =>
  spread.p50 * Math.exp(sigmaOf(spread) ** 2 / 2);

/** How probable more than z standard deviations are. */
const upperTail = (z: number) => erfc(z / Math.SQRT2) / 2;

/** Numerical Recipes, 6.2: to 1.2 · 10⁻⁷ of the value, far out as well. */
function erfc(x: number): number {
  const t = 1 / (1 + Math.abs(x) / 2);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807,
    -1.13520398, 1.48851587, -0.82215223, 0.17087277,
  ];
  const polynomial = coefficients.reduceRight((sum, c) => c + t * sum, 0);
  const tail = t * Math.exp(-x * x + polynomial);
  return x >= 0 ? tail : 2 - tail;
}

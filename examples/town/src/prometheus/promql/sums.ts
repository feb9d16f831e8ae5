/** Neumaier's sum: what rounding lost is added at the end. As Prometheus 3 sums. */
export function exactSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    if (!Number.isFinite(next)) lost = 0;
    else if (Math.abs(sum) >= Math.abs(value)) lost += sum - next + value;
    else lost += value - next + sum;
    sum = next;
  }
  return sum + lost;
}

export const mean = (values: readonly number[]): number =>
  exactSum(values) / values.length;

export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map(value => (value - middle) ** 2));
}

/** NaN only where there is nothing else. */
export const smallest = (values: readonly number[]): number =>
  values.reduce((a, b) => (b < a || Number.isNaN(a) ? b : a), NaN);

export const largest = (values: readonly number[]): number =>
  values.reduce((a, b) => (b > a || Number.isNaN(a) ? b : a), NaN);

/** Between two values in proportion, as Prometheus does. */
export function quantile(q: number, values: readonly number[]): number {
  if (values.length === 0 || Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const sorted = [...values].sort(nanFirst);
  const rank = q * (sorted.length - 1);
  const low = Math.floor(rank);
  const high = Math.min(low + 1, sorted.length - 1);
  const weight = rank - low;
  return sorted[low] * (1 - weight) + sorted[high] * weight;
}

const nanFirst = (a: number, b: number) => {
  if (Number.isNaN(a) || Number.isNaN(b)) {
    return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  }
  return a - b;
};

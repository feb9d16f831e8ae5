/**
 * The nondecreasing values that are nearest to the wanted ones: those that
 * violate the order are pooled into their weighted mean.
 *
 * Minimises Σ wᵢ (zᵢ − dᵢ)² with z₁ ≤ z₂ ≤ …; unique, in linear time (Ayer et
 * al. 1955, "pool adjacent violators").
 *
 * @example `isotonic([1, 3, 2], [1, 1, 1])` is `[1, 2.5, 2.5]`
 */
export function isotonic(wanted: number[], weights: number[]): number[] {
  const pools: { value: number; weight: number; size: number }[] = [];
  wanted.forEach((value, at) => {
    let pool = { value, weight: weights[at], size: 1 };
    while (pools.length > 0 && pools[pools.length - 1].value > pool.value) {
      const before = pools.pop()!;
      const weight = before.weight + pool.weight;
      pool = {
        value:
          (before.value * before.weight + pool.value * pool.weight) / weight,
        weight,
        size: before.size + pool.size,
      };
    }
    pools.push(pool);
  });
  return pools.flatMap(({ value, size }) => Array<number>(size).fill(value));
}

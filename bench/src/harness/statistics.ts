/** The value that a share of all values does not exceed (nearest rank). */
export const percentile = (values: readonly number[], share: number) => {
  if (values.length === 0) {
    throw new RangeError('no values, no percentile');
  }
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
};

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** How much the values grow from one to the next, by the line that fits them best. */
export const slope = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let along = 0;
  let spread = 0;
  values.forEach((value, at) => {
    along += (at - middle) * (value - mean);
    spread += (at - middle) ** 2;
  });
  return spread === 0 ? 0 : along / spread;
};

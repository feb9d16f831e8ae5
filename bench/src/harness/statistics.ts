/** The value that a share of all values does not exceed (nearest rank). */
export const percentile = (values: readonly number[], share: number) => {
  if (values.length === 0) {
    throw new RangeError('no values, no percentile');
  }
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
};

export const median = (values: readonly number[]) => percentile(values, 0.5);

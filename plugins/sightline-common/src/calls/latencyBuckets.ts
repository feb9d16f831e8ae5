/** Buckets for each doubling: base 2^(1/8), scale 3 of OpenTelemetry's exponential histogram. */
const perDoubling = 8;

/** The last bucket takes what is longer: 2^32 µs are 71 minutes. @public */
export const latencyBucketCount = 32 * perDoubling;

/**
 * The bucket of a duration: bucket b holds (2^(b/8), 2^((b+1)/8)] microseconds,
 * the first also what is shorter. Two histograms of the same scale are merged by
 * adding bucket to bucket, whoever made them and whenever.
 *
 * @example 1,000 µs is in bucket 79: (939 µs, 1,024 µs]
 * @public
 */
export const latencyBucket = (microseconds: number): number => {
  if (!(microseconds > 1)) return 0;
  const bucket = Math.ceil(Math.log2(microseconds) * perDoubling) - 1;
  return bucket < latencyBucketCount ? bucket : latencyBucketCount - 1;
};

/**
 * What to show for a bucket, in microseconds: the value that no duration in it
 * differs from by more than 4.4 % of itself (base 1.0905, so (base − 1) ÷ (base + 1)).
 * @public
 */
export const latencyOfBucket = (bucket: number): number => {
  const base = 2 ** (1 / perDoubling);
  return (2 ** (bucket / perDoubling) * 2 * base) / (base + 1);
};

import { executionError } from './PromqlError.ts';
import { labelsKey } from './Series.ts';
import type { Sample } from './Value.ts';

/** Throws where two samples came to have the same labels. */
export function oneOfEach(samples: Sample[]): Sample[] {
  const seen = new Set(samples.map(({ labels }) => labelsKey(labels)));
  if (seen.size === samples.length) return samples;
  throw executionError('vector cannot contain metrics with the same labelset');
}

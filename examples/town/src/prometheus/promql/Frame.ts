import { executionError } from './PromqlError.ts';
import type { Series, Store } from './Series.ts';
import { fits } from './matching.ts';
import type { Matcher } from './syntax.ts';

/** What is the same for all moments of one query. */
export type Frame = {
  startMs: number;
  endMs: number;
  /** of subqueries that name none */
  defaultStepMs: number;
  select(matchers: readonly Matcher[]): Series[];
  /** Throws when a query becomes too large: nobody else is served meanwhile. */
  touch(samples: number): void;
};

export const LOOKBACK_MS = 300_000;
const DEFAULT_STEP_MS = 60_000;

export function createFrame(options: {
  store: Store;
  startMs: number;
  endMs: number;
  mostSamples: number;
}): Frame {
  const { store, startMs, endMs, mostSamples } = options;
  const selected = new Map<readonly Matcher[], Series[]>();
  let touched = 0;
  return {
    ...{ startMs, endMs, defaultStepMs: DEFAULT_STEP_MS },
    select(matchers) {
      const known = selected.get(matchers);
      if (known) return known;
      const found = store
        .series()
        .filter(({ labels }) => fits(labels, matchers));
      selected.set(matchers, found);
      return found;
    },
    touch(samples) {
      touched += samples;
      if (touched <= mostSamples) return;
      throw executionError(
        'query processing would load too many samples into memory in query execution',
      );
    },
  };
}

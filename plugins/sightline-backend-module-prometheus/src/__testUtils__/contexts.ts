import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { AskContext } from '@sightline/backstage-plugin-sightline-node';

export type TestContext = AskContext & {
  readonly calls: number;
  readonly losses: Record<string, number>;
  abort(): void;
};

/** As intake gives it; nothing but `abort` ends what is asked in it. */
export const countingContext = (
  more: { lastGood?: Instant } = {},
): TestContext => {
  const stopped = new AbortController();
  const losses: Record<string, number> = {};
  let calls = 0;
  return {
    ...more,
    signal: stopped.signal,
    deadline: Date.now() + 3_600_000,
    countCall: () => {
      calls += 1;
    },
    lost: (cause, count) => {
      losses[cause] = (losses[cause] ?? 0) + count;
    },
    evidence: () => {
      throw new Error('reports of calls carry none');
    },
    losses,
    get calls() {
      return calls;
    },
    abort: () => stopped.abort(),
  };
};

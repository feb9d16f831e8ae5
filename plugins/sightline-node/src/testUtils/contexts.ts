import { Evidence, toIso } from '@sightline/backstage-plugin-sightline-common';
import { AskContext, AskedService } from '../source/Source';

/** What intake would put on statements made now. */
export const testEvidence = (): Evidence => ({
  source: 'under-test',
  observedAt: toIso(Date.now()),
  validFor: 60_000,
});

export type CountingContext = AskContext & {
  readonly calls: number;
  readonly losses: Record<string, number>;
  abort(): void;
};

export const countingContext = (): CountingContext => {
  const controller = new AbortController();
  const losses: Record<string, number> = {};
  let calls = 0;
  return {
    losses,
    lost: (cause, count) => {
      losses[cause] = (losses[cause] ?? 0) + count;
    },
    signal: controller.signal,
    // Beyond any test: only `abort` ends what is asked in this context.
    deadline: Date.now() + 3_600_000,
    countCall: () => {
      calls += 1;
    },
    evidence: testEvidence,
    get calls() {
      return calls;
    },
    abort: () => controller.abort(),
  };
};

/** Two services as intake would hand them over, for sources that do not bring their own. */
export const someServices: readonly AskedService[] = ['payments', 'orders'].map(
  name => ({
    ref: `component:default/${name}`,
    name,
    namespace: 'default',
    annotations: {},
    names: [{ kind: 'otel', name, namespace: '' }],
  }),
);

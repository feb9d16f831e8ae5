import { ConfigReader } from '@backstage/config';
import {
  AskContext,
  CallsReport,
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import {
  FakeWorld,
  startFakeWorld,
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createTracesSource } from '../createTracesSource';
import { readTracesConfig } from '../readTracesConfig';

export const minute = 60_000;

/** The beginning of a window of two minutes. */
export const begin = Date.parse('2026-11-21T02:00:00Z');

/** When that window is over, and its traces have arrived. */
export const afterwards = begin + 2.5 * minute;

export const backendConfig = (settings: object) =>
  readTracesConfig(
    new ConfigReader({
      sightline: { traces: { backends: [{ id: 'test', ...settings }] } },
    }),
  )[0];

/** A context that nothing ends but `abort`. */
export const createContext = (losses: Record<string, number> = {}) => {
  const controller = new AbortController();
  const context: AskContext = {
    signal: controller.signal,
    deadline: Date.now() + 60 * minute,
    countCall: () => {},
    lost: (cause, count) => {
      losses[cause] = (losses[cause] ?? 0) + count;
    },
    evidence: () => {
      throw new Error('reports of calls carry none');
    },
  };
  return { context, abort: () => controller.abort() };
};

export const reportsOf = (answer: Outcome<SourceReport>): CallsReport[] =>
  answer.outcome === 'ok' ? [answer.value.calls ?? []].flat() : [];

/** Keeps reports as the store does: of one writer each number once, in their order. */
export class Keeper {
  readonly kept: CallsReport[] = [];
  private readonly last = new Map<string, number>();

  keep(answer: Outcome<SourceReport>) {
    for (const report of reportsOf(answer)) {
      const { writer, sequence } = report;
      if ((this.last.get(writer) ?? -Infinity) >= sequence) continue;
      this.last.set(writer, sequence);
      this.kept.push(report);
    }
  }

  /** `frontend → orders paired POST /orders`, and how often */
  get edges(): Record<string, number> {
    return edgesOf(...this.kept);
  }
}

export const edgesOf = (...reports: CallsReport[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const { nodes, edges } of reports) {
    for (const { caller, callee, evidence, operation, calls } of edges) {
      const ends = [nodes[caller], nodes[callee]].map(
        ({ kind, name }) => name || kind,
      );
      const key = [ends.join(' → '), evidence, operation].join(' ').trim();
      found[key] = (found[key] ?? 0) + calls;
    }
  }
  return found;
};

/** What `orderTrace` shows, so many times. */
export const edgesOfOrders = (orders: number) => ({
  'outside → frontend entry GET /': orders,
  'frontend → orders paired POST /orders': orders,
  'orders → orders client-only INSERT sales_order': orders,
});

export type TestSource = {
  world: FakeWorld;
  losses: Record<string, number>;
  /** asks as a process that has just been started */
  restart(): void;
  /** sets the clock of the source and asks */
  pullAt(now: number): Promise<Outcome<SourceReport>>;
  /** lets time pass while it is asking */
  pass(milliseconds: number): void;
  /** nobody waits for the question that was asked last */
  abort(): void;
};

/** A source, and the world it asks. */
export const startTestSource = async (options: {
  type: 'jaeger' | 'tempo';
  answer: (request: WorldRequest) => WorldAnswer;
  settings?: object;
}): Promise<TestSource> => {
  const { type, answer, settings } = options;
  const world = await startFakeWorld({ answer });
  const losses: Record<string, number> = {};
  let asked = createContext(losses);
  let now = 0;
  const create = () =>
    createTracesSource({
      backend: backendConfig({ type, url: world.url, ...settings }),
      now: () => now,
    });
  let source = create();
  return {
    world,
    losses,
    restart: () => {
      source = create();
    },
    pullAt: at => {
      now = at;
      asked = createContext(losses);
      return source.pull([], { ...asked.context, deadline: at + minute });
    },
    pass: milliseconds => {
      now += milliseconds;
    },
    abort: () => asked.abort(),
  };
};

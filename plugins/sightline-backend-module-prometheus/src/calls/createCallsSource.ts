import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  CallsReport,
  ok,
  Outcome,
  PullSource,
  retry,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { PrometheusClient } from '../client/createPrometheusClient';
import { callParts, CallsSettings, tellPart } from './callParts';
import {
  callMetricNames,
  CallMetrics,
  findCallMetrics,
} from './engine/callMetrics';
import { NextMinutes, nextMinutes, Progress } from './engine/nextMinutes';

export type CallsSourceOptions = {
  /** of the server, as configured */
  id: string;
  client: PrometheusClient;
  settings: CallsSettings;
  now?: () => Instant;
};

/** What came of one round, and how far each part has come. */
type Told = {
  calls: CallsReport[];
  notes: string[];
  failures: Outcome<never>[];
  reached: Progress[];
};

const minute = 60_000;

/** Asks one Prometheus who called whom, minute by minute. */
export const createCallsSource = (options: CallsSourceOptions): PullSource => {
  const { id, client, settings, now = Date.now } = options;
  const source = `prometheus:${id}`;
  let progress: Progress[] = callParts.map(() => ({}));
  /** as if nothing of the last round had been told */
  let otherwise: Progress[] = progress;

  const findMetrics = (next: readonly NextMinutes[], context: AskContext) => {
    const all = next.flatMap(({ minutes }) => minutes);
    return client.labelValues(
      '__name__',
      {
        matchers: [['__name__', '=~', callMetricNames], ...settings.matchers],
        from: Math.min(...all) - settings.gap,
        to: Math.max(...all) + minute,
      },
      context,
    );
  };

  const tellAll = async (
    metrics: CallMetrics,
    next: readonly NextMinutes[],
    context: AskContext,
  ): Promise<Told> => {
    const all: Told = { calls: [], notes: [], failures: [], reached: [] };
    for (const [nth, part] of callParts.entries()) {
      const { minutes, missed, told, notTold } = next[nth];
      if (!part.isThere(metrics)) {
        all.reached.push(told);
        continue;
      }
      if (missed > 0) {
        context.lost(`minutes of ${part.word} not asked about in time`, missed);
      }
      const answer = await tellPart({
        ...{ source, part, client, metrics, settings, minutes, context },
      });
      if (answer.outcome === 'ok') {
        all.reached.push(told);
        all.calls.push(...answer.value);
        all.notes.push(...(answer.notes ?? []));
      } else {
        all.reached.push(notTold);
        all.failures.push(answer);
        all.notes.push(`${part.word} could not be read: ${answer.fault.words}`);
      }
    }
    return all;
  };

  const pull = async (context: AskContext): Promise<Outcome<SourceReport>> => {
    const at = now();
    const { lastGood } = context;
    const next = progress.map(one =>
      nextMinutes({ ...settings, now: at, progress: one, lastGood }),
    );
    // The clock was set back: those minutes have been told.
    if (next.some(({ minutes }) => minutes.length === 0)) return ok({});
    const found = await findMetrics(next, context);
    if (found.outcome !== 'ok') return found;
    const metrics = findCallMetrics(found.value.data);
    const told = await tellAll(metrics, next, context);
    // Nobody waits for what is told after this: it has to be told again.
    if (!context.signal.aborted) {
      progress = told.reached;
      otherwise = next.map(({ notTold }) => notTold);
    }
    const notes = [...(found.notes ?? []), ...told.notes];
    return told.calls.length > 0
      ? ok({ calls: told.calls }, notes)
      : told.failures[0] ?? nothingThere(notes);
  };

  return {
    kind: 'pull',
    id: source,
    title: `Prometheus ${id}: calls`,
    defaults: {
      every: { minutes: 1 },
      timeout: { seconds: 50 },
      freshFor: { minutes: 5 },
    },
    wantsServices: false,
    pull: async (_, context) => {
      const answer = await pull(context);
      return context.signal.aborted ? stopped : answer;
    },
    notKept() {
      progress = otherwise;
    },
  };
};

const stopped = retry({
  kind: 'timeout',
  words: 'Stopped before all metrics were read',
});

const nothingThere = (notes: readonly string[]): Outcome<SourceReport> =>
  ok({}, [
    ...notes,
    'There are neither service-graph nor span metrics: does a Collector, Tempo or a probe write them here?',
  ]);

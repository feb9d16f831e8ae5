import {
  Fault,
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  DiscoveredObjective,
  Indicator,
  IndicatorSource,
  Measurement,
  MeasureQuestion,
  ok,
  Outcome,
  PastMeasurement,
  PastQuestion,
  PastRange,
  retry,
} from '@sightline/backstage-plugin-sightline-node';
import { PrometheusClient } from '../client/createPrometheusClient';
import { createFirstLooks } from './createFirstLooks';
import { createRound } from './createRound';
import { measurePast } from './measurePast';
import { measureRound } from './measureRound';
import {
  findObjectives,
  objectivesQuestion,
} from './others/engine/findObjectives';

export type SloSettings = {
  /** questions at the same time */
  atOnce: number;
  /** whether objectives of Sloth and Pyrra are looked for */
  discover: boolean;
};

export type IndicatorSourceOptions = {
  /** of the server, as configured */
  id: string;
  client: PrometheusClient;
  settings: SloSettings;
  now?: () => Instant;
};

const minute: Millis = 60_000;

/** Measures objectives by one Prometheus, all of one round as of one minute. */
export const createIndicatorSource = (
  options: IndicatorSourceOptions,
): IndicatorSource => {
  const { id, client, settings, now = Date.now } = options;
  const looks = createFirstLooks();

  const beginRound = (at: Instant, context: AskContext) =>
    createRound({
      ...{ client, context, now, atOnce: settings.atOnce },
      at: Math.floor(at / minute) * minute,
    });

  return {
    id: `prometheus:${id}`,
    title: `Prometheus ${id}`,
    defaults: {
      every: { minutes: 1 },
      timeout: { seconds: 50 },
      freshFor: { minutes: 5 },
    },
    measures: (indicator: Indicator) => indicator.by !== 'calls',

    async measure(
      questions: readonly MeasureQuestion[],
      at: Instant,
      context: AskContext,
    ): Promise<Outcome<Measurement[]>> {
      if (questions.length === 0) return ok([]);
      const round = beginRound(at, context);
      const answer = await measureRound(round, looks, questions);
      return context.signal.aborted ? stopped : answer;
    },

    async past(
      questions: readonly PastQuestion[],
      range: PastRange,
      context: AskContext,
    ): Promise<Outcome<PastMeasurement[]>> {
      if (questions.length === 0) return ok([]);
      const round = createRound({
        ...{ client: aboutRange(client, range), context, now },
        ...{ at: range.to, atOnce: pastAtOnce },
      });
      const answer = await measurePast(round, questions, range);
      return context.signal.aborted ? stopped : answer;
    },

    ...(settings.discover && {
      async discover(
        context: AskContext,
      ): Promise<Outcome<DiscoveredObjective[]>> {
        const answer = await beginRound(now(), context).ask(
          objectivesQuestion,
          {
            key: 'objectives',
            read: series => findObjectives([...series], `Prometheus ${id}`),
          },
        );
        if (answer.outcome !== 'ok') return answer;
        const { objectives, incomplete } = answer.value;
        return ok(objectives, incomplete.map(lacks));
      },
    }),
  };
};

/** Whoever measures at the same time comes first: alerts wait for that. */
const pastAtOnce = 1;

/** The same client, of which each question is about every step of the range. */
const aboutRange = (
  client: PrometheusClient,
  { from, to, step }: PastRange,
): PrometheusClient => ({
  ...client,
  async read({ expression }, context, read) {
    const steps = { from: from + step, to, step };
    const answer = await client.queryRange(expression, steps, context);
    if (answer.outcome !== 'ok') return answer;
    const { data, infos } = answer.value;
    return ok({ data: read(data), infos }, answer.notes);
  },
});

const lacks = (name: string) =>
  `The objective ${name} cannot be taken over: what it promises, or over which time, is not recorded`;

const stopped = retry({
  kind: 'timeout',
  words: 'Stopped before all objectives were measured',
} satisfies Fault);

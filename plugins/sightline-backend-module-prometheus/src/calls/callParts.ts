import {
  AskContext,
  CallsReport,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { PrometheusClient } from '../client/createPrometheusClient';
import { Matcher } from '../client/engine/selectors';
import { askGraph } from './askGraph';
import { CallsQuestion } from './CallsQuestion';
import { askSpans } from './askSpans';
import { CallMetrics } from './engine/callMetrics';
import { chooseWriters, CountedTwice } from './engine/chooseWriters';
import { CountedEdge } from './engine/CountedEdge';
import { toReports } from './engine/toReports';

export type CallsSettings = {
  /** how old a minute must be to be asked about */
  settle: Millis;
  /** how far back minutes are made up for */
  catchUp: Millis;
  /** how long a counter may be without samples and still be the same */
  gap: Millis;
  /** of services whose labels name none */
  environment: string;
  /** which series are read; all of them when empty */
  matchers: readonly Matcher[];
};

/**
 * One kind of metrics: told for itself, under a writer of its own, so that one
 * that cannot be read holds up no other and is caught up with alone.
 */
export type CallPart = {
  word: 'service-graph metrics' | 'span metrics';
  isThere(metrics: CallMetrics): boolean;
  ask(
    metrics: CallMetrics,
    question: CallsQuestion,
  ): Promise<Outcome<CountedEdge[]>>;
};

export const callParts: readonly CallPart[] = [
  {
    word: 'service-graph metrics',
    isThere: ({ graphs }) => graphs.length > 0,
    ask: ({ graphs }, question) => askGraph(graphs, question),
  },
  {
    word: 'span metrics',
    isThere: ({ spans }) => spans.length > 0,
    ask: ({ spans, graphs }, question) => askSpans(spans, graphs, question),
  },
];

export type TellOptions = {
  source: string;
  part: CallPart;
  client: PrometheusClient;
  metrics: CallMetrics;
  settings: CallsSettings;
  /** their beginnings, oldest first; at least one */
  minutes: readonly Instant[];
  context: AskContext;
};

const minute = 60_000;

/** What one kind of metrics says about these minutes, as reports. */
export const tellPart = async (
  options: TellOptions,
): Promise<Outcome<CallsReport[]>> => {
  const { source, part, client, metrics, settings, minutes, context } = options;
  const { matchers, gap, environment } = settings;
  const answer = await part.ask(metrics, {
    client,
    // A minute is told by the moment it ends.
    range: {
      from: minutes[0] + minute,
      to: minutes[minutes.length - 1] + minute,
      step: minute,
    },
    window: { matchers, gap: Math.ceil(gap / 1000) },
    environment,
    context,
  });
  if (answer.outcome !== 'ok') return answer;
  const { edges, twice } = chooseWriters(answer.value);
  const writer = `${source} ${part.word}`;
  return ok(toReports(edges, { writer, minutes }), [
    ...(answer.notes ?? []),
    ...twice.map(inWords),
  ]);
};

const inWords = ({ taken, leftOut, edges, calls }: CountedTwice) =>
  `${
    edges === 1 ? '1 edge is' : `${edges} edges are`
  } counted by two: ${taken} is taken, ${Math.round(
    calls,
  )} calls counted by ${leftOut} are left out; \`calls.where\` decides otherwise`;

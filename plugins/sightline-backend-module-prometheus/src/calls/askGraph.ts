import { ok, Outcome } from '@sightline/backstage-plugin-sightline-node';
import { askDurations } from './askDurations';
import { CallsQuestion } from './CallsQuestion';
import { GraphMetrics } from './engine/callMetrics';
import { CountedEdge } from './engine/CountedEdge';
import { graphCountsQuery, graphDurationsQuery } from './engine/callQueries';
import { GrowthWindow } from './engine/growth';
import { readGraph, typesWithoutDurations } from './reading/readCounts';

/**
 * Edges of all service graphs there are. Without calls and errors of all of them
 * there is no answer: its minutes would count as told. Without durations there
 * is one, with a note.
 */
export const askGraph = async (
  metrics: readonly GraphMetrics[],
  question: CallsQuestion,
): Promise<Outcome<CountedEdge[]>> => {
  const edges: CountedEdge[] = [];
  const notes: string[] = [];
  for (const graph of metrics) {
    const answer = await askOne(graph, question);
    if (answer.outcome !== 'ok') return answer;
    edges.push(...answer.value);
    notes.push(...(answer.notes ?? []));
  }
  return ok(edges, notes);
};

const askOne = async (
  metrics: GraphMetrics,
  question: CallsQuestion,
): Promise<Outcome<CountedEdge[]>> => {
  const { client, range, window, context } = question;
  const answer = await client.queryRange(
    graphCountsQuery(metrics, window),
    range,
    context,
  );
  if (answer.outcome !== 'ok') return answer;
  const counts = answer.value.data;
  const notes = [...(answer.notes ?? [])];
  const server = await askDurations(question, metrics.server, metric =>
    graphDurationsQuery(metric, window),
  );
  const missing = typesWithoutDurations(counts, server.durations);
  const byClient = await askDurations(
    question,
    missing.length > 0 ? metrics.client : undefined,
    metric => graphDurationsQuery(metric, withTypes(window, missing)),
  );
  notes.push(...server.notes, ...byClient.notes);
  const answers = {
    metrics,
    counts,
    server: server.durations,
    client: byClient.durations,
  };
  return ok(readGraph(answers, question), notes);
};

/** Only the caller's side of edges that need it: of most, the callee's says all. */
const withTypes = (
  window: GrowthWindow,
  types: readonly string[],
): GrowthWindow => ({
  ...window,
  matchers: [...window.matchers, ['connection_type', '=~', types.join('|')]],
});

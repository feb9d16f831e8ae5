import { Outcome, ok } from '@sightline/backstage-plugin-sightline-node';
import { GraphMetrics, SpanMetrics } from './engine/callMetrics';
import {
  calleesQuery,
  spanCountsQuery,
  spanDurationsQuery,
} from './engine/callQueries';
import { CountedEdge } from './engine/CountedEdge';
import { readSpans } from './reading/readCounts';
import { askDurations } from './askDurations';
import { CallsQuestion } from './CallsQuestion';

/**
 * Calls of operations, for services that no service graph tells of. Of the
 * others the graph has counted the same calls, by their callers: telling both
 * would show each twice. While it is not known which these are there is no
 * answer.
 */
export const askSpans = async (
  metrics: readonly SpanMetrics[],
  graphs: readonly GraphMetrics[],
  question: CallsQuestion,
): Promise<Outcome<CountedEdge[]>> => {
  const told = await askCallees(graphs, question);
  if (told.outcome !== 'ok') return told;
  const edges: CountedEdge[] = [];
  const notes = [...(told.notes ?? [])];
  for (const spans of metrics) {
    const answer = await askOne(spans, question);
    if (answer.outcome !== 'ok') return answer;
    edges.push(
      ...answer.value.filter(({ callee }) => !told.value.has(callee.name)),
    );
    notes.push(...(answer.notes ?? []));
  }
  return ok(edges, notes);
};

const askCallees = async (
  graphs: readonly GraphMetrics[],
  { client, range, window, context }: CallsQuestion,
): Promise<Outcome<Set<string>>> => {
  const callees = new Set<string>();
  const notes: string[] = [];
  for (const graph of graphs) {
    const query = calleesQuery(graph, window);
    const answer = await client.query(query, range.to, context);
    if (answer.outcome !== 'ok') return answer;
    answer.value.data.forEach(({ labels }) => callees.add(labels.server ?? ''));
    notes.push(...(answer.notes ?? []));
  }
  return ok(callees, notes);
};

const askOne = async (
  metrics: SpanMetrics,
  question: CallsQuestion,
): Promise<Outcome<CountedEdge[]>> => {
  const { client, range, window, context } = question;
  const answer = await client.queryRange(
    spanCountsQuery(metrics, window),
    range,
    context,
  );
  if (answer.outcome !== 'ok') return answer;
  const { durations, notes } = await askDurations(
    question,
    metrics.duration,
    metric => spanDurationsQuery(metric, window),
  );
  const counts = answer.value.data;
  const { edges, nameless } = readSpans(
    { metrics, counts, durations },
    question,
  );
  if (nameless > 0) {
    context.lost('calls of services without a name', Math.round(nameless));
  }
  return ok(edges, [...(answer.notes ?? []), ...notes]);
};

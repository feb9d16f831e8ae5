import {
  CallLink,
  ServiceCalls,
  ServiceOperation,
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { CallsScope } from '../CallAnswers';
import { addTo } from '../engine/addTo';
import { CallCounts, mergeCounts } from '../engine/CallCounts';
import { toFigures } from '../engine/figures';
import {
  addSums,
  CallGraph,
  GraphEdge,
  Window,
} from '../engine/graph/CallGraph';
import { isUsed } from '../engine/graph/neighbours';
import { mergeLatency } from '../engine/latencyCounts';
import { timeline } from '../engine/timeline';
import { EdgeDetail } from '../GraphReader';
import {
  AnswerContext,
  evidenceOf,
  graphOf,
  partyIn,
  sampleOf,
  shownWindow,
} from './AnswerContext';
import { driftView } from './driftAnswer';
import { callFacts } from './factsAnswer';

const linksAtMost = 100;
const operationsAtMost = 200;
/** Edges that are read with their latencies; a gateway of everything has more. */
const edgesAtMost = 3_000;

/** What of an edge was read for this answer. */
type Read = {
  context: AnswerContext;
  graph: CallGraph;
  counts: ReadonlyMap<number, CallCounts>;
  details: ReadonlyMap<number, EdgeDetail>;
};

export const serviceAnswer = async (
  context: AnswerContext,
  service: ServiceRef,
  scope: CallsScope,
): Promise<ServiceCalls> => {
  const graph = await graphOf(context, scope);
  const used = graph.edges.filter(isUsed);
  const incoming = used.filter(({ callee }) => callee === service);
  const outgoing = used.filter(({ caller }) => caller === service);
  const ids = [...incoming, ...outgoing].flatMap(edge => edge.ids);
  const wanted = ids.slice(0, edgesAtMost);
  const read: Read = {
    ...{ context, graph },
    counts: await context.graphs.counts(wanted, graph.window),
    details: await context.graphs.details(wanted),
  };
  const view = await driftView(context);
  const verdicts = new Map(
    view.rowsOf(service).map(({ target, verdict }) => [target.id, verdict]),
  );
  const callers = linksOf(read, incoming, 'caller');
  const callees = linksOf(read, outgoing, 'callee').map(link => {
    const verdict = verdicts.get(link.party.id);
    return verdict ? { ...link, verdict } : link;
  });
  const operations = operationsOf(read, incoming);
  return {
    party: partyIn(service, graph, view.catalog),
    window: shownWindow(graph.window),
    ...incomingOf(read, incoming),
    operations: operations.slice(0, operationsAtMost),
    callers: callers.slice(0, linksAtMost),
    callees: callees.slice(0, linksAtMost),
    timeline: await timelineOf(context, incoming, graph.window),
    facts: await callFacts(context, view, service),
    leftOut: {
      operations: Math.max(0, operations.length - operationsAtMost),
      callers: Math.max(0, callers.length - linksAtMost),
      callees: Math.max(0, callees.length - linksAtMost),
    },
    evidence: await evidenceOf(context),
  };
};

/** All calls that came in, as one; nothing when none did, which is not 0 ms. */
const incomingOf = (
  read: Read,
  incoming: readonly GraphEdge[],
): Pick<ServiceCalls, 'incoming'> => {
  if (incoming.length === 0) return {};
  // The sums are of all edges, also where there are too many to read them all.
  const sums = incoming.map(edge => edge.sums).reduce(addSums);
  const told = countsOf(
    read,
    incoming.flatMap(edge => edge.ids),
  );
  const latency = told
    .map(({ counted }) => counted.latency)
    .reduce(mergeLatency, []);
  const { seconds } = read.graph;
  const isCounted = incoming.every(({ sampled }) => !sampled);
  return {
    incoming: toFigures(sums, { latency, ...(isCounted && { seconds }) }),
  };
};

const timelineOf = async (
  { graphs }: AnswerContext,
  incoming: readonly GraphEdge[],
  window: Window,
) => {
  const ids = incoming.flatMap(edge => edge.ids).slice(0, edgesAtMost);
  return timeline(await graphs.buckets(ids, window), window);
};

const countsOf = ({ counts }: Read, ids: readonly number[]) =>
  ids.flatMap(id => {
    const counted = counts.get(id);
    return counted && counted.calls + counted.callerCalls > 0
      ? [{ id, counted }]
      : [];
  });

const linksOf = (
  read: Read,
  edges: readonly GraphEdge[],
  side: 'caller' | 'callee',
): CallLink[] => {
  const peers = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    peers.set(edge[side], [...(peers.get(edge[side]) ?? []), edge]);
  }
  return [...peers]
    .flatMap(([id, all]) => linkTo(read, id, all))
    .sort((a, b) => b.figures.calls - a.figures.calls);
};

const linkTo = (
  read: Read,
  id: string,
  edges: readonly GraphEdge[],
): CallLink[] => {
  const party = read.graph.parties.get(id);
  const told = countsOf(
    read,
    edges.flatMap(edge => edge.ids),
  );
  if (!party || told.length === 0) return [];
  const all = told.map(({ counted }) => counted).reduce(mergeCounts);
  const isCounted = edges.some(({ sampled }) => !sampled);
  const rate = isCounted ? { seconds: read.graph.seconds } : {};
  const callerView = callerViewOf(all);
  return [
    {
      party,
      figures: toFigures(all, { ...rate, latency: all.latency }),
      modes: unique(edges.map(({ mode }) => mode)),
      protocols: unique(edges.map(({ protocol }) => protocol)),
      evidence: unique(edges.map(({ evidence }) => evidence)),
      retries: all.retries,
      ...(callerView && { callerView }),
      operations: byOperation(read, told).map(([operation, counted]) => ({
        operation,
        figures: toFigures(counted, { ...rate, latency: counted.latency }),
      })),
      firstSeen: toIso(Math.min(...edges.map(({ firstSeen }) => firstSeen))),
      lastSeen: toIso(all.lastSeen),
    },
  ];
};

const callerViewOf = ({
  callerCalls,
  callerErrors,
  callerLatency,
}: CallCounts) =>
  callerCalls === 0
    ? undefined
    : toFigures(
        { calls: callerCalls, errors: callerErrors, estimated: callerCalls },
        { latency: callerLatency },
      );

type Told = { id: number; counted: CallCounts };

const byOperation = ({ details }: Read, told: readonly Told[]) => {
  const operations = new Map<string, CallCounts>();
  for (const { id, counted } of told) {
    const operation = details.get(id)?.operation ?? '';
    if (counted.calls > 0) addTo(operations, operation, counted, mergeCounts);
  }
  return [...operations].sort(([, a], [, b]) => b.calls - a.calls);
};

const unique = <T extends string>(values: readonly T[]): T[] =>
  [...new Set(values)].sort();

type Operation = {
  edge: GraphEdge;
  counts: CallCounts;
  callers: Set<string>;
  samples: EdgeDetail[];
};

const operationsOf = (
  read: Read,
  incoming: readonly GraphEdge[],
): ServiceOperation[] => {
  const operations = new Map<string, Operation>();
  for (const edge of incoming) {
    for (const { id, counted } of countsOf(read, edge.ids)) {
      const detail = read.details.get(id);
      if (!detail || counted.calls === 0) continue;
      const key = [detail.operation, edge.protocol, edge.mode].join('\n');
      const known = operations.get(key);
      operations.set(key, {
        edge,
        counts: known ? mergeCounts(known.counts, counted) : counted,
        callers: (known?.callers ?? new Set()).add(edge.caller),
        samples: [...(known?.samples ?? []), detail],
      });
    }
  }
  return [...operations.values()]
    .map(operation => toOperation(read, operation))
    .sort((a, b) => b.figures.calls - a.figures.calls);
};

const toOperation = (
  { context, graph }: Read,
  { edge, counts, callers, samples }: Operation,
): ServiceOperation => {
  const sample = (of: 'sample' | 'sampleFailed') =>
    samples.map(one => sampleOf(one[of], context)).find(Boolean);
  const slowest = sample('sample');
  const failed = sample('sampleFailed');
  return {
    operation: samples[0].operation,
    ...{ protocol: edge.protocol, mode: edge.mode },
    figures: toFigures(counts, {
      latency: counts.latency,
      ...(!edge.sampled && { seconds: graph.seconds }),
    }),
    callers: callers.size,
    ...(slowest && { slowest }),
    ...(failed && { failed }),
  };
};

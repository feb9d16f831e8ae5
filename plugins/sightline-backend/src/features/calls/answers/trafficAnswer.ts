import {
  Evidence,
  Instant,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { CallGraph, GraphEdge } from '../engine/graph/CallGraph';
import { edgesFrom, edgesTo, isSync } from '../engine/graph/neighbours';
import { AnswerContext, graphOf } from './AnswerContext';
import { tracedServices } from './driftAnswer';

/** Of two services one was seen leaning on the other. */
type SeenPair = {
  consumer: ServiceRef;
  provider: ServiceRef;
  calls: number;
  isSync: boolean;
};

/** Which services speak to which, as of the last hour: for contracts. */
export type CallTraffic = {
  /** undefined while nobody ever reported calls */
  evidence?: Evidence;
  /** since when anybody is seen */
  since?: Instant;
  /** since when it speaks for itself in traces; undefined: it does not */
  tracedSince(service: ServiceRef): Instant | undefined;
  /** by `consumer provider` */
  pairs: ReadonlyMap<string, SeenPair>;
  operations(
    consumer: ServiceRef,
    provider: ServiceRef,
  ): Promise<{ operation: string; calls: number }[]>;
};

export const trafficAnswer = async (
  context: AnswerContext,
): Promise<CallTraffic> => {
  const { graphs } = context;
  const evidence = await graphs.evidence();
  if (!evidence) {
    return {
      ...{ tracedSince: () => undefined, pairs: new Map() },
      operations: async () => [],
    };
  }
  const graph = await graphOf(context, {});
  const traced = tracedServices(await graphs.material());
  const firsts = firstSeenIn(graph);
  return {
    evidence,
    ...(firsts.size > 0 && { since: [...firsts.values()].reduce(earlier) }),
    tracedSince: service =>
      traced.has(service) ? firsts.get(service) : undefined,
    pairs: pairsIn(graph),
    operations: (consumer, provider) =>
      operationsOf(context, graph, { consumer, provider }),
  };
};

const earlier = (a: Instant, b: Instant) => Math.min(a, b);

const knownFirsts = new WeakMap<CallGraph, ReadonlyMap<string, Instant>>();

/** When each party was first seen calling or being called, as far as that is kept. */
const firstSeenIn = (graph: CallGraph): ReadonlyMap<string, Instant> => {
  const before = knownFirsts.get(graph);
  if (before) return before;
  const firsts = new Map<string, Instant>();
  for (const { caller, callee, firstSeen } of graph.edges) {
    for (const end of [caller, callee]) {
      firsts.set(end, earlier(firsts.get(end) ?? firstSeen, firstSeen));
    }
  }
  knownFirsts.set(graph, firsts);
  return firsts;
};

/** Graphs never change, so what was paired once is paired for all who ask. */
const known = new WeakMap<CallGraph, ReadonlyMap<string, SeenPair>>();

/**
 * ```
 *   orders ──▶ payments                   orders waits for payments
 *   orders ──▶ order-events ──▶ mailer    mailer reads what orders sends
 * ```
 */
const pairsIn = (graph: CallGraph): ReadonlyMap<string, SeenPair> => {
  const before = known.get(graph);
  if (before) return before;
  const pairs = new Map<string, SeenPair>();
  const kindOf = (id: string) => graph.parties.get(id)?.kind;
  const add = (consumer: string, provider: string, edge: GraphEdge) => {
    if (kindOf(consumer) !== 'service' || kindOf(provider) !== 'service')
      return;
    const key = `${consumer} ${provider}`;
    const pair = pairs.get(key);
    pairs.set(key, {
      ...{ consumer, provider },
      calls: (pair?.calls ?? 0) + edge.sums.calls,
      isSync: (pair?.isSync ?? false) || isSync(edge),
    });
  };
  const to = edgesTo(graph.edges);
  for (const edge of graph.edges) {
    if (kindOf(edge.caller) === 'queue') {
      for (const sent of to.get(edge.caller) ?? []) {
        if (sent.caller !== edge.callee) add(edge.callee, sent.caller, edge);
      }
    } else {
      add(edge.caller, edge.callee, edge);
    }
  }
  known.set(graph, pairs);
  return pairs;
};

const operationsOf = async (
  { graphs }: AnswerContext,
  graph: CallGraph,
  { consumer, provider }: { consumer: ServiceRef; provider: ServiceRef },
) => {
  const ids = (edgesFrom(graph.edges).get(consumer) ?? [])
    .filter(edge => edge.callee === provider && isSync(edge))
    .flatMap(edge => edge.ids);
  const details = await graphs.details(ids);
  const counts = await graphs.counts(ids, graph.window);
  const operations = new Map<string, number>();
  for (const [id, { calls }] of counts) {
    const operation = details.get(id)?.operation;
    if (operation) {
      operations.set(operation, (operations.get(operation) ?? 0) + calls);
    }
  }
  return [...operations]
    .map(([operation, calls]) => ({ operation, calls }))
    .sort((a, b) => b.calls - a.calls);
};

import {
  Instant,
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { CallGraph, GraphEdge } from '../graph/CallGraph';
import { Teller, tellerOf } from '../graph/buildGraph';

/** The calls that come in to one service. */
export type Incoming = {
  /** numbers of the stored edges */
  edges: number[];
  /** only samples were seen */
  sampled: boolean;
  /** when the first of them was seen */
  since: Instant;
};

/** Who counted before sampling knows most; who only saw samples knows shares. */
const order: readonly Teller[] = ['metrics', 'traces', 'samples'];
/** `lastSeen` is kept to the hour: who is that far behind has fallen silent. */
const silentAfter: Millis = 2 * 3_600_000;

/**
 * Of each pair one teller is believed, and not by what the last hour says: a
 * choice that changes back and forth would mix two counts in one window.
 */
const believed = (edges: readonly GraphEdge[]): GraphEdge[] => {
  const newest = Math.max(...edges.map(({ lastSeen }) => lastSeen));
  const speaking = edges.filter(
    ({ lastSeen }) => newest - lastSeen <= silentAfter,
  );
  const best = order.find(teller =>
    speaking.some(edge => tellerOf(edge) === teller),
  );
  return edges.filter(edge => tellerOf(edge) === best);
};

const groupBy = (
  edges: readonly GraphEdge[],
  keyOf: (edge: GraphEdge) => string,
): Map<string, GraphEdge[]> => {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(keyOf(edge));
    if (group) group.push(edge);
    else groups.set(keyOf(edge), [edge]);
  }
  return groups;
};

/** Counted calls before samples: of a service that has both, samples add nothing. */
const ofService = (edges: readonly GraphEdge[]): Incoming => {
  const told = [...groupBy(edges, ({ caller }) => caller).values()].flatMap(
    believed,
  );
  const counted = told.filter(edge => tellerOf(edge) !== 'samples');
  const taken = counted.length > 0 ? counted : told;
  return {
    edges: taken.flatMap(({ ids }) => ids),
    sampled: counted.length === 0,
    since: Math.min(...taken.map(({ firstSeen }) => firstSeen)),
  };
};

/** Which edges count for which service, of those that are asked about. */
export const incomingEdges = (
  { edges }: Pick<CallGraph, 'edges'>,
  services: ReadonlySet<ServiceRef>,
): Map<ServiceRef, Incoming> => {
  const wanted = edges.filter(({ callee }) => services.has(callee));
  const byCallee = groupBy(wanted, ({ callee }) => callee);
  return new Map(
    [...byCallee].map(([service, of]) => [
      service as ServiceRef,
      ofService(of),
    ]),
  );
};

import { AffectedParty } from '@sightline/backstage-plugin-sightline-common';
import { CallGraph, GraphEdge } from '../graph/CallGraph';
import {
  EdgesOf,
  edgesFrom,
  edgesTo,
  isSync,
  isUsed,
} from '../graph/neighbours';

export type ImpactPlan = {
  affected: (Omit<AffectedParty, 'party'> & { id: string })[];
  /** ids of those who only wait for its messages, or whose messages wait for it */
  delayed: string[];
};

/** Shares move by less than this: nobody would see it. */
const settled = 1e-4;
const roundsAtMost = 50;

/**
 * Who fails if a party fails. A caller that waits fails as often as it calls:
 *
 * ```
 *   outside ─ 10 ─▶ web ─ 10 ─▶ orders ─ 4 ─▶ payments ✗
 *                                             orders: 4 of 10 calls fail
 *                                             web:    4 of 10, through orders
 * ```
 *
 * The share of a caller is the sum over whom it waits for, at most all of it.
 * Circles are no trouble: shares only grow, and are followed until they stand
 * still. That a caller has no fallback is taken for granted.
 */
export function* blastRadius(
  graph: CallGraph,
  failing: string,
): Generator<void, ImpactPlan> {
  const edges = graph.edges.filter(isUsed);
  const waiting = edges.filter(isSync);
  const to = edgesTo(waiting);
  const incoming = callsOfEach(edgesTo(edges));
  const outgoing = callsOfEach(edgesFrom(edges));
  const asked = (id: string) => incoming.get(id) ?? outgoing.get(id) ?? 1;
  const hops = hopsTo(to, failing);
  yield;
  const shares = yield* sharesOf({ waiting, hops, asked, failing });
  const affected = [...hops]
    .filter(
      ([id]) => id !== failing && graph.parties.get(id)?.kind !== 'outside',
    )
    .map(([id, { distance, next }]) => ({
      ...{ id, hops: distance, share: shares.get(id) ?? 0 },
      via: wayFrom(next, hops, failing),
    }))
    .sort(
      (a, b) => b.share - a.share || a.hops - b.hops || (a.id < b.id ? -1 : 1),
    );
  return { affected, delayed: delayedBy(edges, failing, hops) };
}

const callsOfEach = (groups: EdgesOf): Map<string, number> =>
  new Map(
    [...groups].map(([id, edges]) => [
      id,
      edges.reduce((sum, { sums }) => sum + sums.calls, 0),
    ]),
  );

type Hop = { distance: number; next: string };

/** Breadth first, so that each is reached by its shortest way. */
const hopsTo = (to: EdgesOf, failing: string): Map<string, Hop> => {
  const hops = new Map<string, Hop>([
    [failing, { distance: 0, next: failing }],
  ]);
  for (const [id, { distance }] of hops) {
    for (const { caller } of to.get(id) ?? []) {
      if (!hops.has(caller)) {
        hops.set(caller, { distance: distance + 1, next: id });
      }
    }
  }
  return hops;
};

const wayFrom = (
  next: string,
  hops: ReadonlyMap<string, Hop>,
  failing: string,
): string[] => {
  const way: string[] = [];
  for (let at = next; at !== failing; at = hops.get(at)!.next) way.push(at);
  return way;
};

function* sharesOf(context: {
  waiting: readonly GraphEdge[];
  hops: ReadonlyMap<string, Hop>;
  asked(id: string): number;
  failing: string;
}): Generator<void, Map<string, number>> {
  const { waiting, hops, asked, failing } = context;
  const shares = new Map([[failing, 1]]);
  const reached = waiting.filter(
    ({ caller, callee }) => caller !== failing && hops.has(callee),
  );
  for (let round = 0; round < roundsAtMost; round++) {
    const next = new Map<string, number>();
    for (const { caller, callee, sums } of reached) {
      const more = (shares.get(callee) ?? 0) * (sums.calls / asked(caller));
      next.set(caller, Math.min(1, (next.get(caller) ?? 0) + more));
    }
    const moved = [...next].some(
      ([id, share]) => Math.abs(share - (shares.get(id) ?? 0)) > settled,
    );
    next.forEach((share, id) => shares.set(id, share));
    if (!moved) break;
    yield;
  }
  return shares;
}

/** One message away, over its topics or without: they fall behind, and do not fail. */
const delayedBy = (
  edges: readonly GraphEdge[],
  failing: string,
  hops: ReadonlyMap<string, Hop>,
): string[] => {
  const messages = edges.filter(edge => !isSync(edge));
  const from = edgesFrom(messages);
  const to = edgesTo(messages);
  const topics = [
    ...(from.get(failing) ?? []).map(({ callee }) => callee),
    ...(to.get(failing) ?? []).map(({ caller }) => caller),
  ];
  const readers = topics.flatMap(topic =>
    (from.get(topic) ?? []).map(({ callee }) => callee),
  );
  return [...new Set([...topics, ...readers])]
    .filter(id => !hops.has(id))
    .sort();
};

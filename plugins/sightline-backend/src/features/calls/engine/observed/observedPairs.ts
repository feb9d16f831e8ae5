import {
  CallMode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import { CallGraph, GraphEdge } from '../graph/CallGraph';

/** Two parties, one of which was seen leaning on the other. */
export type ObservedPair = {
  /** ids of parties: `from` leans on `to` */
  from: string;
  to: string;
  modes: Set<CallMode>;
  calls: number;
  /** false when all that is known of it are samples */
  isCounted: boolean;
  lastSeen: Instant;
};

type Ends = Pick<ObservedPair, 'from' | 'to'>;

/**
 * Who leans on whom, sorted by both. Who reads a topic leans on it as much as
 * who writes to it, though the messages go the other way.
 *
 * ```
 *   orders ──▶ payments                   orders → payments
 *   orders ──▶ order-events ──▶ mailer    orders → order-events
 *                                         mailer → order-events
 * ```
 */
export const observedPairs = ({
  edges,
  parties,
}: Pick<CallGraph, 'edges' | 'parties'>): ObservedPair[] => {
  const all = new Map<string, Map<string, ObservedPair>>();
  for (const edge of edges) {
    const isReading = parties.get(edge.caller)?.kind === 'queue';
    const from = isReading ? edge.callee : edge.caller;
    const to = isReading ? edge.caller : edge.callee;
    const pairs = all.get(from) ?? new Map<string, ObservedPair>();
    all.set(from, pairs.set(to, add(pairs.get(to), { from, to }, edge)));
  }
  return [...all.keys()]
    .sort()
    .flatMap(from => [...all.get(from)!.values()].sort(inOrder));
};

/** Where the pairs after this one begin, in the order of `observedPairs`. */
export const placeAfter = (pairs: readonly Ends[], last: Ends): number => {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (inOrder(pairs[middle], last) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const add = (
  before: ObservedPair | undefined,
  { from, to }: Ends,
  { mode, sums, sampled, lastSeen }: GraphEdge,
): ObservedPair => {
  const pair: ObservedPair = before ?? {
    ...{ from, to, modes: new Set() },
    ...{ calls: 0, isCounted: false, lastSeen: 0 },
  };
  pair.modes.add(mode);
  pair.calls += sums.calls;
  pair.isCounted ||= !sampled;
  pair.lastSeen = Math.max(pair.lastSeen, lastSeen);
  return pair;
};

const inOrder = (a: Ends, b: Ends): number => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  if (a.to === b.to) return 0;
  return a.to < b.to ? -1 : 1;
};

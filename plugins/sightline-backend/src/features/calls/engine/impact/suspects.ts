import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import {
  addSums,
  CallGraph,
  EdgeSums,
  GraphEdge,
  noCalls,
} from '../graph/CallGraph';
import {
  edgesFrom,
  edgesTo,
  EdgesOf,
  isSync,
  isUsed,
} from '../graph/neighbours';

export type SuspectPlan = {
  id: string;
  hops: number;
  via: string[];
  explains: Ratio;
  /** calls on the last edge of the way, now and before */
  now: EdgeSums;
  before: EdgeSums;
};

export type SuspectsPlan = {
  own: { now: EdgeSums; before: EdgeSums };
  suspects: SuspectPlan[];
};

const hopsAtMost = 5;
/** Who explains less is not worth a look at night. */
const least = 0.05;

/**
 * Which dependency explains the errors of a service. Errors are followed down
 * the edges on which there are more of them than before:
 *
 * ```
 *   orders: 20 more errors than usual
 *     ├▶ cart        0 more                  innocent
 *     └▶ payments   18 more   explains 90 %
 *          └▶ cardrail  18 more of 18        explains 90 % × 100 %: the root
 * ```
 *
 * A service is a suspect as far as nobody below it explains the same errors.
 */
export const suspectsOf = (
  graphs: { now: CallGraph; before: CallGraph },
  service: string,
): SuspectsPlan => {
  const from = edgesFrom(graphs.now.edges.filter(isUsed).filter(isSync));
  const before = edgesFrom(graphs.before.edges);
  const own = {
    now: answersOf(graphs.now, service),
    before: answersOf(graphs.before, service),
  };
  const context = { from, before, seen: new Set([service]) };
  const found = follow(context, {
    ...{ id: service, explains: 1, hops: 0, via: [] },
    excess: excessOf(own.now, own.before),
  });
  return {
    own,
    suspects: found
      .filter(({ explains }) => explains >= least)
      .sort((a, b) => b.explains - a.explains || b.hops - a.hops),
  };
};

const answersOf = ({ edges }: CallGraph, service: string): EdgeSums =>
  (edgesTo(edges).get(service) ?? [])
    .map(edge => edge.sums)
    .reduce(addSums, noCalls);

/** Errors beyond what the share of errors before lets expect. */
const excessOf = (now: EdgeSums, before: EdgeSums): number => {
  const usual = before.calls === 0 ? 0 : before.errors / before.calls;
  return Math.max(0, now.errors - usual * now.calls);
};

type Context = { from: EdgesOf; before: EdgesOf; seen: Set<string> };
type Place = Pick<SuspectPlan, 'id' | 'explains' | 'hops' | 'via'> & {
  excess: number;
};

const follow = (context: Context, at: Place): SuspectPlan[] => {
  if (at.excess === 0 || at.hops >= hopsAtMost) return [];
  return [...byCallee(context.from.get(at.id) ?? [])].flatMap(([id, now]) => {
    if (context.seen.has(id)) return [];
    const before = sumOf(byCallee(context.before.get(at.id) ?? []).get(id));
    const excess = excessOf(now, before);
    const explains = at.explains * Math.min(1, excess / at.excess);
    if (explains < least) return [];
    const via = at.hops === 0 ? [] : [...at.via, at.id];
    const below = follow(
      { ...context, seen: new Set([...context.seen, id]) },
      { ...{ id, explains, excess, via }, hops: at.hops + 1 },
    );
    const passedOn = below
      .filter(({ hops }) => hops === at.hops + 2)
      .reduce((sum, one) => sum + one.explains, 0);
    const left = Math.max(0, explains - passedOn);
    const own = { id, hops: at.hops + 1, via, explains: left, now, before };
    return [own, ...below];
  });
};

const byCallee = (edges: readonly GraphEdge[]): Map<string, EdgeSums> => {
  const callees = new Map<string, EdgeSums>();
  for (const { callee, sums } of edges) {
    callees.set(callee, addSums(sumOf(callees.get(callee)), sums));
  }
  return callees;
};

const sumOf = (sums: EdgeSums | undefined) => sums ?? noCalls;

import { CallGraph, EdgeSums } from '../graph/CallGraph';
import { edgesFrom, edgesTo, isSync, isUsed } from '../graph/neighbours';
import { TreeStep, walk } from '../journeys/JourneyTree';

type Sums = Pick<EdgeSums, 'calls' | 'errors'>;

/** Calls that somebody waited for. */
export type Wait = { caller: string; callee: string; sums: Sums };

export type Waits = {
  from(caller: string): readonly Wait[];
  to(callee: string): readonly Wait[];
};

/** As services call each other, whatever for. */
export const waitsIn = ({ edges }: Pick<CallGraph, 'edges'>): Waits => {
  const from = edgesFrom(edges);
  const to = edgesTo(edges);
  const waited = (all: typeof edges = []) =>
    all.filter(edge => isSync(edge) && isUsed(edge));
  return {
    from: caller => waited(from.get(caller)),
    to: callee => waited(to.get(callee)),
  };
};

/** All steps of journeys by whom they call. */
export const stepsByCallee = (
  trees: readonly TreeStep[],
  partyOf: (tree: TreeStep) => string | undefined,
): ReadonlyMap<string, readonly TreeStep[]> => {
  const found = new Map<string, TreeStep[]>();
  for (const root of trees) {
    for (const { tree } of walk(root)) {
      const party = partyOf(tree);
      const known = party === undefined ? undefined : found.get(party);
      if (known) known.push(tree);
      else if (party !== undefined) found.set(party, [tree]);
    }
  }
  return found;
};

/**
 * As journeys tell it for one service: what those it calls do for others is left out.
 *
 * ```
 *   returns ─▶ shipping /labels ─▶ carrier      in the graph orders needs the carrier;
 *   orders ──▶ shipping /quotes ─▶ database     in journeys it needs the database
 * ```
 *
 * Whom journeys do not show below it is followed in the graph.
 */
export const waitsBelow = (of: {
  service: string;
  /** its own steps in all journeys */
  steps: readonly TreeStep[];
  partyOf(tree: TreeStep): string | undefined;
  otherwise: Waits;
}): Waits => {
  const { service, otherwise } = of;
  const from = new Map<string, Map<string, Wait>>();
  const visit = (above: TreeStep, caller: string) => {
    for (const tree of above.children) {
      const callee = of.partyOf(tree);
      if (tree.step.mode !== 'sync' || callee === undefined) continue;
      count(from, { caller, callee, sums: tree.counts });
      // Below itself it is the next of its own steps.
      if (callee !== service) visit(tree, callee);
    }
  };
  of.steps.forEach(step => visit(step, service));
  const all = [...from.values()].flatMap(calls => [...calls.values()]);
  const to = new Map<string, Wait[]>();
  for (const wait of all) {
    to.set(wait.callee, [...(to.get(wait.callee) ?? []), wait]);
  }
  return {
    from: caller =>
      caller !== service && to.has(caller)
        ? [...(from.get(caller)?.values() ?? [])]
        : otherwise.from(caller),
    to: callee => to.get(callee) ?? otherwise.to(callee),
  };
};

const count = (
  from: Map<string, Map<string, Wait>>,
  { caller, callee, sums }: Wait,
) => {
  const calls = from.get(caller) ?? new Map<string, Wait>();
  const known = calls.get(callee)?.sums ?? { calls: 0, errors: 0 };
  calls.set(callee, {
    ...{ caller, callee },
    sums: {
      calls: known.calls + sums.calls,
      errors: known.errors + sums.errors,
    },
  });
  from.set(caller, calls);
};

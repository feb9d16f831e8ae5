import { CallGraph, GraphEdge } from './CallGraph';

/** Edges by the party they begin at, or end at. */
export type EdgesOf = ReadonlyMap<string, readonly GraphEdge[]>;

const by = (edges: readonly GraphEdge[], end: 'caller' | 'callee'): EdgesOf => {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group) group.push(edge);
    else groups.set(edge[end], [edge]);
  }
  return groups;
};

/** Edges never change, so what was grouped once is grouped for all who ask. */
const grouped = (end: 'caller' | 'callee') => {
  const known = new WeakMap<readonly GraphEdge[], EdgesOf>();
  return (edges: readonly GraphEdge[]): EdgesOf => {
    const before = known.get(edges);
    if (before) return before;
    const groups = by(edges, end);
    known.set(edges, groups);
    return groups;
  };
};

export const edgesFrom = grouped('caller');
export const edgesTo = grouped('callee');

export const isUsed = ({ sums }: GraphEdge) => sums.calls > 0;
export const isSync = ({ mode }: GraphEdge) => mode === 'sync';

export type Direction = 'both' | 'callers' | 'callees';

/** Parties at most so many calls away, the focus among them. */
export const within = (
  { edges }: Pick<CallGraph, 'edges'>,
  around: { focus: string; hops: number; direction: Direction },
): Set<string> => {
  const from = edgesFrom(edges);
  const to = edgesTo(edges);
  const reached = new Set([around.focus]);
  let edge = [around.focus];
  for (let hop = 0; hop < around.hops; hop++) {
    const next: string[] = [];
    for (const party of edge) {
      const callees =
        around.direction === 'callers' ? [] : from.get(party) ?? [];
      const callers = around.direction === 'callees' ? [] : to.get(party) ?? [];
      for (const id of [
        ...callees.map(({ callee }) => callee),
        ...callers.map(({ caller }) => caller),
      ]) {
        if (!reached.has(id)) next.push(id);
        reached.add(id);
      }
    }
    edge = next;
  }
  return reached;
};

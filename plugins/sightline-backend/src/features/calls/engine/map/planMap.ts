import {
  CallEvidenceClass,
  CallMode,
  CallParty,
  CallProtocol,
  DriftVerdict,
  MapGrouping,
  MapNode,
} from '@sightline/backstage-plugin-sightline-common';
import { addSums, CallGraph, EdgeSums, GraphEdge } from '../graph/CallGraph';
import { Direction, isUsed, within } from '../graph/neighbours';
import { groupOf, PartyGroup } from './groupsOf';

export type MapPlanQuery = {
  groupBy: MapGrouping;
  /** ids of groups that are shown member by member */
  open: readonly string[];
  /** id of a party; then nothing is grouped */
  focus?: string;
  hops: number;
  direction: Direction;
  /** edges at most */
  atMost: number;
  /** also for those that no trace ever named */
  partyOf(id: string): CallParty;
};

/** An edge of the map, before its latencies are read. */
export type PlannedEdge = {
  from: string;
  to: string;
  sums: EdgeSums;
  ids: number[];
  /** false when all that is known of it are samples: there is no rate then */
  isCounted: boolean;
  modes: Set<CallMode>;
  protocols: Set<CallProtocol>;
  evidence: Set<CallEvidenceClass>;
  verdict?: DriftVerdict;
  /** pairs of parties it stands for */
  pairs: Set<string>;
};

export type MapPlan = {
  nodes: MapNode[];
  edges: PlannedEdge[];
  groups: { id: string; name: string; members: number; open: boolean }[];
  leftOut: { nodes: number; edges: number; calls: number };
};

/** Verdicts by `caller callee`; declared edges that nobody used are in it as well. */
export type Verdicts = ReadonlyMap<string, DriftVerdict>;

export const pairKey = (caller: string, callee: string) =>
  `${caller} ${callee}`;

/**
 * What of a graph is shown, so that it can be read.
 *
 * ```
 *   orders ─▶ payments ─▶ ledger          [shop] ─▶ [money]     both closed
 *   └ system shop  └── system money ┘     [shop] ─▶ payments ─▶ ledger
 *                                                  └ money, open ┘
 * ```
 *
 * Of the edges that remain those with most calls stay; how many others there
 * are, with how many calls, is always told.
 */
export function* planMap(
  graph: CallGraph,
  query: MapPlanQuery,
  verdicts: Verdicts,
): Generator<void, MapPlan> {
  const { focus, atMost } = query;
  const groupBy = focus === undefined ? query.groupBy : 'none';
  const edges = [...graph.edges.filter(isUsed), ...unused(graph, verdicts)];
  const near =
    focus === undefined ? undefined : within({ edges }, { ...query, focus });
  const shown = near
    ? edges.filter(({ caller, callee }) => near.has(caller) && near.has(callee))
    : edges;
  const groups = groupParties(graph, query, groupBy);
  yield;
  const drawn = yield* mergeEdges(shown, {
    groups,
    verdicts,
  });
  drawn.sort(mostCallsFirst);
  const kept = drawn.slice(0, atMost);
  const rest = drawn.slice(atMost);
  const ids = new Set(kept.flatMap(({ from, to }) => [from, to]));
  if (focus !== undefined && graph.parties.has(focus)) ids.add(focus);
  const all = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: [...ids].sort().map(id => groups.node(id)),
    edges: kept,
    groups: groups.list,
    leftOut: {
      nodes: [...all].filter(id => !ids.has(id)).length,
      edges: rest.length,
      calls: rest.reduce((sum, { sums }) => sum + sums.calls, 0),
    },
  };
}

/** Declared, and no call was seen: drawn nevertheless, without figures. */
const unused = (graph: CallGraph, verdicts: Verdicts): GraphEdge[] =>
  [...verdicts].flatMap(([pair, verdict]) => {
    const [caller, callee] = pair.split(' ');
    if (verdict !== 'unused' || !graph.parties.has(caller)) return [];
    return [
      {
        ...{ caller, callee, ids: [], sampled: false },
        ...{ protocol: 'other' as const, mode: 'sync' as const },
        evidence: 'paired' as const,
        sums: { calls: 0, errors: 0, estimated: 0, retries: 0 },
        ...{ firstSeen: 0, lastSeen: 0 },
      },
    ];
  });

type Groups = ReturnType<typeof groupParties>;

const groupParties = (
  { parties }: CallGraph,
  { partyOf, open }: MapPlanQuery,
  groupBy: MapGrouping,
) => {
  const groups = new Map<string, PartyGroup & { members: number }>();
  const groupOfParty = new Map<string, string>();
  for (const party of parties.values()) {
    const group = groupOf(party, groupBy);
    if (!group) continue;
    const known = groups.get(group.id) ?? { ...group, members: 0 };
    known.members += 1;
    groups.set(group.id, known);
    groupOfParty.set(party.id, group.id);
  }
  const isOpen = new Set(open);
  return {
    /** the node that stands for a party */
    shownAs(id: string) {
      const group = groupOfParty.get(id);
      return group === undefined || isOpen.has(group) ? id : group;
    },
    node(id: string): MapNode {
      const group = groups.get(id);
      if (group) {
        const { name, members } = group;
        return { ...{ id, kind: 'group', name, members }, group: id };
      }
      const party = partyOf(id);
      const own = groupOfParty.get(id);
      return own === undefined ? party : { ...party, group: own };
    },
    list: [...groups.values()]
      .map(group => ({ ...group, open: isOpen.has(group.id) }))
      .sort((a, b) => b.members - a.members || (a.name < b.name ? -1 : 1)),
  };
};

/** Others may have a turn after so many. */
const edgesATurn = 1_000;

function* mergeEdges(
  edges: readonly GraphEdge[],
  context: { groups: Groups; verdicts: Verdicts },
): Generator<void, PlannedEdge[]> {
  const { groups, verdicts } = context;
  const merged = new Map<string, PlannedEdge>();
  let read = 0;
  for (const edge of edges) {
    read += 1;
    if (read % edgesATurn === 0) yield;
    const from = groups.shownAs(edge.caller);
    const to = groups.shownAs(edge.callee);
    if (from === to) continue;
    const key = pairKey(from, to);
    const isPair = from === edge.caller && to === edge.callee;
    // An edge of a closed group that nobody uses would only be noise.
    if (!isPair && !isUsed(edge)) continue;
    const planned =
      merged.get(key) ??
      begin(from, to, isPair ? verdicts.get(key) : undefined);
    merged.set(key, planned);
    addEdge(planned, edge);
  }
  return [...merged.values()];
}

const begin = (
  from: string,
  to: string,
  verdict: DriftVerdict | undefined,
): PlannedEdge => ({
  ...{ from, to, ids: [], isCounted: false },
  sums: { calls: 0, errors: 0, estimated: 0, retries: 0 },
  ...{ modes: new Set(), protocols: new Set(), evidence: new Set() },
  pairs: new Set(),
  ...(verdict && { verdict }),
});

const addEdge = (planned: PlannedEdge, edge: GraphEdge) => {
  const isReal = edge.ids.length > 0;
  planned.pairs.add(pairKey(edge.caller, edge.callee));
  planned.sums = addSums(planned.sums, edge.sums);
  planned.ids.push(...edge.ids);
  planned.isCounted ||= !edge.sampled;
  planned.modes.add(edge.mode);
  planned.protocols.add(edge.protocol);
  if (isReal) planned.evidence.add(edge.evidence);
};

const mostCallsFirst = (a: PlannedEdge, b: PlannedEdge) =>
  b.sums.calls - a.sums.calls ||
  (pairKey(a.from, a.to) < pairKey(b.from, b.to) ? -1 : 1);

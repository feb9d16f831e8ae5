import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import {
  addSums,
  CallGraph,
  GraphEdge,
  GraphMaterial,
  noCalls,
  StoredEdge,
  WindowSums,
} from './CallGraph';

/** Others may have a turn after so many. */
const edgesATurn = 1_000;

/**
 * Stored edges between nodes, put together as edges between parties.
 *
 * ```
 *   production/shop/orders ─ POST /payments ─▶ production/shop/payments  paired
 *   production/shop/orders ─ GET /payments  ─▶ production/shop/payments  paired
 *   production/shop/orders ─ POST /payments ─▶ external payments.shop    client-only
 *                        ⇓
 *   component:default/orders ─▶ component:default/payments   paired, client-only
 * ```
 */
export function* buildGraph(options: {
  material: GraphMaterial;
  counted: WindowSums;
  /** only what was seen in this environment */
  environment?: string;
}): Generator<void, CallGraph> {
  const { material, counted, environment } = options;
  const { sums, window, seconds } = counted;
  const { nodes, parties } = material;
  const isIn = (edge: StoredEdge) =>
    environment === undefined ||
    [edge.caller, edge.callee].some(
      id => nodes.get(id)?.environment === environment,
    );
  const merged = new Map<string, GraphEdge>();
  const met = new Map<string, CallParty>();
  let read = 0;
  for (const edge of withoutShortcuts(material)) {
    read += 1;
    if (read % edgesATurn === 0) yield;
    const caller = parties.get(edge.caller);
    const callee = parties.get(edge.callee);
    if (!caller || !callee || caller.id === callee.id || !isIn(edge)) continue;
    met.set(caller.id, caller).set(callee.id, callee);
    add(merged, {
      ...{ caller: caller.id, callee: callee.id },
      ...{ protocol: edge.protocol, mode: edge.mode },
      ...{ evidence: edge.evidence, sampled: edge.sampled },
      ids: [edge.id],
      sums: sums.get(edge.id) ?? noCalls,
      ...{ firstSeen: edge.firstSeen, lastSeen: edge.lastSeen },
    });
  }
  return {
    window,
    seconds,
    parties: met,
    edges: oneTeller([...merged.values()]),
  };
}

const add = (merged: Map<string, GraphEdge>, edge: GraphEdge) => {
  const { caller, callee, protocol, mode, evidence, sampled } = edge;
  const way = [protocol, mode, evidence, sampled];
  const key = [caller, callee, ...way].join('\n');
  const before = merged.get(key);
  if (!before) {
    merged.set(key, edge);
    return;
  }
  before.ids.push(...edge.ids);
  before.sums = addSums(before.sums, edge.sums);
  before.firstSeen = Math.min(before.firstSeen, edge.firstSeen);
  before.lastSeen = Math.max(before.lastSeen, edge.lastSeen);
};

/**
 * A message is seen twice, as `sender → topic → reader` and as `sender → reader`.
 * Where its topic is known, that way is shown, and the short cut is not.
 */
const withoutShortcuts = ({ nodes, edges }: GraphMaterial): StoredEdge[] => {
  const readers = new Set(
    edges
      .filter(({ caller }) => nodes.get(caller)?.kind === 'queue')
      .map(({ callee }) => callee),
  );
  const isShortcut = ({ caller, callee, protocol }: StoredEdge) =>
    protocol === 'messaging' &&
    nodes.get(caller)?.kind === 'service' &&
    readers.has(callee);
  return edges.filter(edge => !isShortcut(edge));
};

export type Teller = 'traces' | 'metrics' | 'samples';

/** Who counted: traces that came here, somebody's metrics, or nobody. */
export const tellerOf = ({
  evidence,
  sampled,
}: Pick<GraphEdge, 'evidence' | 'sampled'>): Teller => {
  if (sampled || evidence === 'dependency-api') return 'samples';
  return evidence === 'metric' ? 'metrics' : 'traces';
};

/**
 * The same calls may be told of twice, by traces and by metrics made of them.
 * Of each pair the one who counted most is believed; the others stay as evidence
 * and count nothing.
 */
const oneTeller = (edges: readonly GraphEdge[]): readonly GraphEdge[] => {
  // Most fleets have one, and nothing to decide.
  const tellersOfAll = new Set(edges.map(tellerOf));
  if (tellersOfAll.size < 2) return edges;
  const told = new Map<string, Map<string, number>>();
  for (const edge of edges) {
    const tellers = told.get(pairOf(edge)) ?? new Map<string, number>();
    told.set(pairOf(edge), tellers);
    const teller = tellerOf(edge);
    // Samples are believed only where nobody counted at all.
    const weight = teller === 'samples' ? 0 : edge.sums.estimated;
    tellers.set(teller, (tellers.get(teller) ?? 0) + weight);
  }
  const believed = new Map(
    [...told].map(([pair, tellers]) => [
      pair,
      [...tellers].reduce((most, one) => (one[1] > most[1] ? one : most))[0],
    ]),
  );
  return edges.map(edge =>
    believed.get(pairOf(edge)) === tellerOf(edge)
      ? edge
      : { ...edge, sums: noCalls },
  );
};

const pairOf = ({ caller, callee }: GraphEdge) => `${caller}\n${callee}`;

import {
  CallMap,
  MapEdge,
  MapNode,
  edgeChanges,
  driftVerdicts,
} from '@sightline/backstage-plugin-sightline-common';
import { MapQuery, MapSort } from '../mapQuery';
import { nodeName } from '../nodeWords';

export type CallRow = {
  edge: MapEdge;
  /** the parties' names */
  from: string;
  to: string;
};

export type PartyRow = {
  node: MapNode;
  name: string;
  /** among what is shown */
  callers: number;
  callees: number;
};

/** Every edge of the map, as a row. */
export function callRows({
  nodes,
  edges,
}: Pick<CallMap, 'nodes' | 'edges'>): CallRow[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  return edges.map(edge => ({
    edge,
    from: nodeName(byId.get(edge.from), edge.from),
    to: nodeName(byId.get(edge.to), edge.to),
  }));
}

/** Every node of the map, as a row. */
export function partyRows({
  nodes,
  edges,
}: Pick<CallMap, 'nodes' | 'edges'>): PartyRow[] {
  return nodes.map(node => ({
    node,
    name: nodeName(node, node.id),
    callers: edges.filter(({ to }) => to === node.id).length,
    callees: edges.filter(({ from }) => from === node.id).length,
  }));
}

type Key<Row> = (row: Row) => string | number;

const callKeys: Partial<Record<MapSort, Key<CallRow>>> = {
  from: ({ from }) => from,
  to: ({ to }) => to,
  rate: ({ edge }) => edge.figures.perSecond ?? edge.figures.calls / 3_600,
  errors: ({ edge }) => edge.figures.errorRatio,
  p95: ({ edge }) => edge.figures.p95 ?? -1,
  verdict: ({ edge }) =>
    edge.verdict ? -driftVerdicts.indexOf(edge.verdict) : -driftVerdicts.length,
  change: ({ edge }) =>
    edge.change ? -edgeChanges.indexOf(edge.change) : -edgeChanges.length,
};

const partyKeys: Partial<Record<MapSort, Key<PartyRow>>> = {
  name: ({ name }) => name,
  owner: ({ node }) => node.owner?.name ?? '',
  callers: ({ callers }) => callers,
  callees: ({ callees }) => callees,
};

const compare = (one: string | number, other: string | number) =>
  typeof one === 'string' || typeof other === 'string'
    ? String(one).localeCompare(String(other))
    : one - other;

function sorted<Row>(
  rows: Row[],
  keys: Partial<Record<MapSort, Key<Row>>>,
  sort: NonNullable<MapQuery['sort']>,
): Row[] {
  const key = keys[sort.by];
  const sign = sort.order === 'asc' ? 1 : -1;
  return key ? [...rows].sort((a, b) => sign * compare(key(a), key(b))) : rows;
}

/** Unsorted, the answer's order stands: most calls first. */
export const sortedCalls = (rows: CallRow[], sort: MapQuery['sort']) =>
  sorted(rows, callKeys, sort ?? { by: 'rate', order: 'desc' });

export const sortedParties = (rows: PartyRow[], sort: MapQuery['sort']) =>
  sorted(rows, partyKeys, sort ?? { by: 'name', order: 'asc' });

import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { CallGraph, GraphEdge } from '../engine/graph/CallGraph';
import { START } from './reports';

const hour = 3_600_000;

export type ToldEdge = [
  caller: string,
  callee: string,
  said?: Partial<GraphEdge['sums']> & Partial<Omit<GraphEdge, 'sums'>>,
];

const kindOf = (id: string): CallParty['kind'] => {
  if (id.endsWith('-db')) return 'datastore';
  if (id.endsWith('-events')) return 'queue';
  if (id.includes('.')) return 'external';
  return id === 'outside' ? 'outside' : 'service';
};

/** `orders` is component:default/orders, `orders-db` a resource, `x.example` outside the catalog. */
export const id = (name: string) => {
  const kind = kindOf(name);
  if (kind === 'service') return `component:default/${name}`;
  if (kind === 'outside') return 'outside';
  return kind === 'external' ? `external:${name}` : `resource:default/${name}`;
};

export const party = (
  name: string,
  more: Partial<CallParty> = {},
): CallParty => {
  const kind = kindOf(name);
  const isKnown = kind !== 'external' && kind !== 'outside';
  return {
    ...{ id: id(name), kind, name },
    ...(isKnown && { entity: id(name) }),
    ...more,
  };
};

const edgeOf = (
  [caller, callee, said = {}]: ToldEdge,
  number: number,
): GraphEdge => {
  const { calls = 1, errors = 0, estimated, retries = 0, ...more } = said;
  const isMessage = [caller, callee].some(name => kindOf(name) === 'queue');
  return {
    ...{ caller: id(caller), callee: id(callee) },
    protocol: isMessage ? 'messaging' : 'http',
    mode: isMessage ? 'async' : 'sync',
    ...{ evidence: 'paired', sampled: false, ids: [number + 1] },
    sums: { calls, errors, estimated: estimated ?? calls, retries },
    ...{ firstSeen: START - hour, lastSeen: START },
    ...more,
  };
};

/** Who calls whom, in the words of a test; what a party is follows from its name. */
export const graphOf = (
  edges: readonly ToldEdge[],
  parties: Record<string, Partial<CallParty>> = {},
): CallGraph => {
  const names = edges.flatMap(([caller, callee]) => [caller, callee]);
  return {
    window: { from: START - hour, to: START },
    seconds: 3_600,
    parties: new Map(names.map(name => [id(name), party(name, parties[name])])),
    edges: edges.map(edgeOf),
  };
};

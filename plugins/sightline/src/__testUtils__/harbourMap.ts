import {
  CallFigures,
  CallMap,
  CallParty,
  EdgeChange,
  MapEdge,
  MapGrouping,
  MapNode,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { CallMapQuery } from '../api';
import { NOON } from './harbour';
import { HarbourCalls } from './HarbourCalls';
import { TownCall, townCalls, townParties } from './harbourTown';

export type Town = { parties: CallParty[]; calls: TownCall[]; now?: number };

const harbourTown: Town = {
  parties: [...townParties.values()],
  calls: townCalls,
};

const MINUTE = 60_000;

/** What was otherwise at the earlier of two windows: times as many calls, errors, as slow. */
const earlier: Record<string, { change: EdgeChange; was: number[] }> = {
  'component:default/fraud component:default/orders': {
    change: 'new',
    was: [0, 0, 0],
  },
  'component:default/returns component:default/shipping': {
    change: 'more-errors',
    was: [1, 0.02, 1],
  },
  'component:default/shipping external:api.parcelwind.example': {
    change: 'more-errors',
    was: [1, 0.01, 1],
  },
  'component:default/payments external:api.cardrail.example': {
    change: 'slower',
    was: [1, 1, 0.3],
  },
  'component:default/cart component:default/promotions': {
    change: 'gone',
    was: [1, 1, 1],
  },
};

const figuresOf = (call: TownCall, minutes: number): CallFigures => {
  const calls = Math.round(call.perSecond * minutes * 60);
  const errors = Math.round(calls * call.errorRatio);
  return {
    calls,
    errors,
    errorRatio: calls ? errors / calls : 0,
    perSecond: call.perSecond,
    ...(calls ? { p50: call.p50, p95: call.p95 } : {}),
  };
};

const beforeOf = (id: string, call: TownCall, minutes: number) => {
  const { change, was } = earlier[id] ?? { change: 'same', was: [1, 1, 1] };
  const rate = change === 'gone' ? 1.5 : call.perSecond * was[0];
  const before = figuresOf(
    {
      ...call,
      perSecond: rate,
      errorRatio: call.errorRatio * was[1],
      p95: call.p95 * was[2],
    },
    minutes,
  );
  return { before, change };
};

const sum = (one: CallFigures, other: CallFigures): CallFigures => {
  const calls = one.calls + other.calls;
  const errors = one.errors + other.errors;
  const most = (key: 'p50' | 'p95') =>
    Math.max(one[key] ?? 0, other[key] ?? 0) || undefined;
  return {
    calls,
    errors,
    errorRatio: calls ? errors / calls : 0,
    perSecond: (one.perSecond ?? 0) + (other.perSecond ?? 0),
    p50: most('p50'),
    p95: most('p95'),
  };
};

const both = <T>(one: T[], other: T[]) => [...new Set([...one, ...other])];

const merge = (one: MapEdge, other: MapEdge): MapEdge => ({
  ...one,
  figures: sum(one.figures, other.figures),
  before: one.before && other.before && sum(one.before, other.before),
  change: one.change && (one.change === 'same' ? other.change : one.change),
  modes: both(one.modes, other.modes),
  protocols: both(one.protocols, other.protocols),
  evidence: both(one.evidence, other.evidence),
  merged: one.merged + other.merged,
  verdict: undefined,
});

const groupOf = (party: CallParty, groupBy: MapGrouping) => {
  if (groupBy === 'none' || party.kind === 'outside') {
    return undefined;
  }
  return party.entity
    ? party[groupBy] ?? { ref: 'group:none', name: `Without a ${groupBy}` }
    : { ref: 'group:external', name: 'Outside the catalog' };
};

/** Parties within some hops of one. */
function around(calls: TownCall[], query: CallMapQuery): Set<string> {
  const { focus = '', hops = 1, direction = 'both' } = query;
  const wider = (reached: Set<string>) => {
    const next = calls.flatMap(({ from, to }) => [
      ...(direction !== 'callers' && reached.has(from) ? [to] : []),
      ...(direction !== 'callees' && reached.has(to) ? [from] : []),
    ]);
    return new Set([...reached, ...next]);
  };
  return Array.from({ length: hops }).reduce<Set<string>>(
    wider,
    new Set([focus]),
  );
}

/** Answers as the backend does: groups, opens, focuses, compares and leaves out. */
function mapOf(town: Town, query: CallMapQuery): CallMap {
  const { groupBy = 'system', open = [], minutes = 60, focus } = query;
  const known = query.environment ?? 'production';
  const calls = known === 'production' ? town.calls : [];
  const near = focus ? around(calls, query) : undefined;
  const kept = calls.filter(
    ({ from, to }) => !near || (near.has(from) && near.has(to)),
  );
  const named = new Set([...kept.flatMap(({ from, to }) => [from, to]), focus]);
  const parties = town.parties.filter(({ id }) => named.has(id));
  const grouping = focus ? 'none' : groupBy;
  const nodeOf = (party: CallParty): MapNode => {
    const group = groupOf(party, grouping);
    if (!group) {
      return party;
    }
    return open.includes(group.ref)
      ? { ...party, group: group.ref }
      : { id: group.ref, kind: 'group', name: group.name, group: group.ref };
  };
  const nodes = new Map<string, MapNode>();
  const groups = new Map<string, CallMap['groups'][number]>();
  for (const party of parties) {
    const node = nodeOf(party);
    nodes.set(node.id, node);
    const group = groupOf(party, grouping);
    if (group) {
      const { members } = groups.get(group.ref) ?? { members: 0 };
      groups.set(group.ref, {
        id: group.ref,
        name: group.name,
        members: members + 1,
        open: open.includes(group.ref),
      });
    }
  }
  const byId = new Map(parties.map(party => [party.id, nodeOf(party).id]));
  const edges = new Map<string, MapEdge>();
  for (const call of kept) {
    const [from, to] = [byId.get(call.from)!, byId.get(call.to)!];
    const id = `${from} ${to}`;
    const isPair = from === call.from && to === call.to;
    const isNoise = call.perSecond === 0 && !isPair && !query.compareUntil;
    if (from !== to && !isNoise) {
      const edge = edgeOf(id, call, from, to, query, minutes);
      const was = edges.get(id);
      edges.set(id, was ? merge(was, edge) : edge);
    }
  }
  const sorted = [...edges.values()].sort(
    (a, b) => b.figures.calls - a.figures.calls || (a.id < b.id ? -1 : 1),
  );
  const shown = sorted.slice(0, query.edges ?? 400);
  const hidden = sorted.slice(shown.length);
  const met = new Set([...shown.flatMap(({ from, to }) => [from, to]), focus]);
  const drawn = [...nodes.values()].filter(({ id }) => met.has(id));
  const until = query.until ? Date.parse(query.until) : town.now ?? NOON;
  const windowTo = (to: number) => ({
    from: toIso(to - minutes * MINUTE),
    to: toIso(to),
  });
  return {
    window: windowTo(until),
    ...(query.compareUntil
      ? { compared: windowTo(Date.parse(query.compareUntil)) }
      : {}),
    groupBy: grouping,
    nodes: drawn.map(node =>
      node.kind === 'group'
        ? { ...node, members: groups.get(node.id)!.members }
        : node,
    ),
    edges: shown,
    groups: [...groups.values()],
    leftOut: {
      nodes: nodes.size - drawn.length,
      edges: hidden.length,
      calls: hidden.reduce((all, { figures }) => all + figures.calls, 0),
    },
    environments: ['production', 'staging'],
    evidence: {
      source: 'otlp',
      observedAt: toIso(until - 12_000),
      validFor: 120_000,
    },
  };
}

function edgeOf(
  id: string,
  call: TownCall,
  from: string,
  to: string,
  query: CallMapQuery,
  minutes: number,
): MapEdge {
  const single = from === call.from && to === call.to;
  return {
    id,
    from,
    to,
    figures: figuresOf(call, minutes),
    modes: [call.mode],
    protocols: [call.protocol],
    evidence: call.perSecond > 0 ? [call.evidence] : [],
    ...(single && call.verdict ? { verdict: call.verdict } : {}),
    merged: 1,
    ...(query.compareUntil
      ? beforeOf(`${call.from} ${call.to}`, call, minutes)
      : {}),
  };
}

export const harbourMap = (query: CallMapQuery, now = NOON): CallMap =>
  mapOf({ ...harbourTown, now }, query);

/** What a fake backend answers about the map. */
export const harbourMaps = (now = NOON, town = harbourTown): HarbourCalls => ({
  getCallMap: query => mapOf({ ...town, now }, query),
});

/** Nobody has sent any trace. */
export const emptyMaps = (now = NOON): HarbourCalls =>
  harbourMaps(now, { parties: [], calls: [] });

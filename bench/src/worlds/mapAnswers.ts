import {
  CallMap,
  MapEdge,
  MapNode,
} from '@sightline/backstage-plugin-sightline-common';

/** Chance that is the same in every run (Lehmer). */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
};

const edgeOf = (from: string, to: string, at: number): MapEdge => {
  const calls = 1 + ((at * 7_919) % 100_000);
  const errorRatio = [0.0004, 0.0002, 0.02, 0.001, 0.08][at % 5];
  return {
    id: `${from} ${to}`,
    from,
    to,
    figures: {
      calls,
      errors: Math.round(calls * errorRatio),
      errorRatio,
      perSecond: calls / 3_600,
      p50: 12,
      p95: 80,
    },
    modes: [at % 7 === 0 ? 'async' : 'sync'],
    protocols: ['http'],
    evidence: ['paired'],
    ...(at % 11 === 0 ? { verdict: 'undeclared' } : { verdict: 'agreed' }),
    merged: 1,
  };
};

/**
 * Edges as services have them: from the edge of the house inwards, most of them
 * short, every twentieth back again.
 */
const edgesAmong = (nodes: MapNode[], size: number): MapEdge[] => {
  const throwDice = dice(42);
  const edges = new Map<string, MapEdge>();
  while (edges.size < size) {
    const from = throwDice(nodes.length - 1);
    const reach = 1 + throwDice(1 + throwDice(nodes.length - 1 - from));
    const to = Math.min(nodes.length - 1, from + reach);
    const [a, b] = edges.size % 20 === 0 ? [to, from] : [from, to];
    const edge = edgeOf(nodes[a].id, nodes[b].id, edges.size);
    edges.set(edge.id, edge);
  }
  return [...edges.values()].sort((a, b) => b.figures.calls - a.figures.calls);
};

const answer = (
  groupBy: CallMap['groupBy'],
  nodes: MapNode[],
  { all, shown }: { all: MapEdge[]; shown: number },
): CallMap => {
  const edges = all.slice(0, shown);
  const hidden = all.slice(shown);
  const met = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const now = Date.now();
  return {
    window: {
      from: new Date(now - 3_600_000).toISOString(),
      to: new Date(now).toISOString(),
    },
    groupBy,
    nodes: nodes.filter(({ id }) => met.has(id)),
    edges,
    groups: nodes
      .filter(({ kind }) => kind === 'group')
      .map(({ id, name, members = 0 }) => ({ id, name, members, open: false })),
    leftOut: {
      nodes: nodes.length - met.size,
      edges: hidden.length,
      calls: hidden.reduce((sum, { figures }) => sum + figures.calls, 0),
    },
    environments: ['production'],
    evidence: {
      source: 'otlp',
      observedAt: new Date(now).toISOString(),
      validFor: 120_000,
    },
  };
};

/** Services as the map shows them ungrouped. */
export const serviceMap = (services: number, edges: number): CallMap => {
  const nodes = Array.from({ length: services }, (_, at): MapNode => {
    const id = `component:default/service-${at}`;
    return {
      id,
      kind: at % 9 === 8 ? 'datastore' : 'service',
      name: `service-${at}`,
      entity: id,
      owner: { ref: `group:default/team-${at % 20}`, name: `team-${at % 20}` },
    };
  });
  return answer('none', nodes, { all: edgesAmong(nodes, edges), shown: edges });
};

/** A fleet collapsed by system; 15 edges a system, of which the busiest are shown. */
export const fleetMap = (services: number, shown: number): CallMap => {
  const systems = Math.round(services / 25);
  const nodes = Array.from({ length: systems }, (_, at): MapNode => {
    const id = `system:default/system-${at}`;
    return { id, kind: 'group', name: `system-${at}`, group: id, members: 25 };
  });
  return answer('system', nodes, {
    all: edgesAmong(nodes, systems * 15),
    shown,
  });
};

import type { CallTree, Truth } from '@sightline/town';

export type Node = { kind: string; namespace: string; name: string };

const OUTSIDE: Node = { kind: 'outside', namespace: '', name: '' };

/** The names of today's conventions, and the ports that go without saying. */
const renamed: Record<string, string> = { mssql: 'microsoft.sql_server' };
const usualPorts: Record<string, number> = {
  elasticsearch: 9200,
  mssql: 1433,
  mysql: 3306,
  postgresql: 5432,
  redis: 6379,
};

/** `service shop/cart → datastore redis/carts/0 database sync client-only`, and how many calls. */
export type Edges = Map<string, number>;

/**
 * Everything that traces can show of the journeys, as they name it, one line an edge,
 * with the calls of so many seconds.
 *
 *     outside ─▶ shop ──send──▶ (topic) ──process──▶ mailer ─▶ mail.example
 *         entry   └────────── link ────────────────────▲        client-only
 *
 * Written from the truth alone. A service without spans is an external to those who
 * call it, and what it calls itself stays in the dark.
 */
export function edgesOfTruth(
  truth: Truth,
  { rate, seconds }: { rate: number; seconds: number },
): Edges {
  const edges: Edges = new Map();
  const nodeOf = (name: string) => nodeInTraces(truth, name);
  const add = (caller: Node, callee: Node, how: string, calls: number) => {
    const edge = `${inWords(caller)} → ${inWords(callee)} ${how}`;
    edges.set(edge, (edges.get(edge) ?? 0) + calls);
  };
  const visit = (tree: CallTree, parents: number, sender?: Node) => {
    const { call, calls: below = [] } = tree;
    const caller = nodeOf(call.caller);
    if (caller.kind === 'external') return;
    const callee = nodeOf(call.callee);
    const calls = parents * call.times * (call.share ?? 1);
    add(caller, callee, howOf(tree, callee), calls);
    if (sender) add(sender, callee, 'messaging async link', calls);
    const sends = callee.kind === 'queue' ? caller : undefined;
    below.forEach(next => visit(next, calls, sends));
  };
  for (const { root, calls } of truth.journeys) {
    // What a schedule starts keeps its hours, and is called by nobody.
    const isScheduled = root.protocol === 'other';
    const roots = root.perSecond * seconds * (isScheduled ? 1 : rate);
    const entry = `${root.protocol} sync entry`;
    if (!isScheduled) add(OUTSIDE, nodeOf(root.service), entry, roots);
    calls.forEach(tree => visit(tree, roots));
  }
  return edges;
}

const howOf = ({ call: { protocol, mode } }: CallTree, callee: Node) => {
  const told = callee.kind === 'service' ? 'paired' : 'client-only';
  const evidence = protocol === 'messaging' ? 'destination' : told;
  return `${protocol} ${mode} ${evidence}`;
};

/** Whom clients name in their spans: `addresses`, or for a service what it calls itself. */
function nodeInTraces(truth: Truth, callee: string): Node {
  const [kind, rest] = callee.split(':');
  if (kind === 'external') return { kind, namespace: '', name: rest };
  const address = truth.addresses.find(({ of }) => of === callee);
  if (kind !== 'resource') {
    const otel = truth.services.find(({ name }) => name === callee)?.otel;
    return otel
      ? {
          kind: 'service',
          namespace: otel.serviceNamespace ?? '',
          name: otel.serviceName,
        }
      : { kind: 'external', namespace: '', name: address?.peer ?? callee };
  }
  if (!address?.system) throw new Error(`${callee} has no system`);
  const { host, port, system, namespace } = address;
  if (system === 'kafka')
    return { kind: 'queue', namespace: system, name: rest };
  const place = port === usualPorts[system] ? host : `${host}:${port}`;
  return {
    kind: 'datastore',
    namespace: renamed[system] ?? system,
    name: `${place}/${namespace}`,
  };
}

/** `service checkout/order-service` */
export const inWords = ({ kind, namespace, name }: Node): string =>
  [kind, [namespace, name].filter(Boolean).join('/')].join(' ').trim();

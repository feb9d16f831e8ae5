import {
  CallNode,
  CallParty,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { inTurns } from '../../../platform/inTurns';
import { GraphMaterial, StoredEdge } from '../engine/graph/CallGraph';
import { AnswerContext } from './AnswerContext';

/** A word that leads to a service: a host it answers at, a store it uses. */
export type CallClue = {
  kind: 'host' | 'database' | 'topic';
  value: string;
  /** how much it speaks for this service where several share it */
  weight: number;
};

/** What traces know that leads to services. */
export type CallClues = {
  services: ReadonlyMap<ServiceRef, readonly CallClue[]>;
  /** of traces that are kept as examples: who was called in them, and failed */
  traces: ReadonlyMap<
    string,
    readonly { service: ServiceRef; failed: boolean }[]
  >;
};

/** Kept for one service; who calls a thousand hosts is not found by them. */
const cluesAtMost = 100;
const tracesAtMost = 100_000;

const serviceOf = (party: CallParty | undefined): ServiceRef | undefined =>
  party?.entity?.startsWith('component:') ? party.entity : undefined;

type Said = { node: CallNode; party: CallParty; service: ServiceRef };

/** Both names of a store: as the catalog has it, and as its clients call it. */
const namesOf = ({ node, party }: Pick<Said, 'node' | 'party'>) => {
  const name = party.entity?.slice(party.entity.indexOf('/') + 1);
  return [...new Set([node.name, party.name, name])].filter(
    (value): value is string => value !== undefined && value !== '',
  );
};

const clueKinds = { datastore: 'database', queue: 'topic' } as const;

/**
 * ```
 *   orders ──▶ orders-db             a database of orders
 *   orders ──▶ order-events ──▶ mailer   a topic of orders, and less of mailer
 *   edge ──▶ ledger.money.svc        a host of ledger, when it is known to be
 * ```
 */
const saidOn = (
  { caller, callee }: StoredEdge,
  { nodes, parties }: GraphMaterial,
): { service: ServiceRef; clue: CallClue }[] => {
  const told = (
    [store, by]: readonly [string, string],
    weight: number,
  ): { service: ServiceRef; clue: CallClue }[] => {
    const [node, party] = [nodes.get(store), parties.get(store)];
    const service = serviceOf(parties.get(by));
    if (!node || !party || !service) return [];
    if (node.kind !== 'datastore' && node.kind !== 'queue') return [];
    const kind = clueKinds[node.kind];
    return namesOf({ node, party }).map(value => ({
      service,
      clue: { kind, value, weight },
    }));
  };
  return [...told([callee, caller], 1), ...told([caller, callee], 0.9)];
};

const hostsIn = ({ nodes, parties }: GraphMaterial) =>
  [...nodes].flatMap(([id, node]) => {
    const service = serviceOf(parties.get(id));
    if (node.kind !== 'external' || !service) return [];
    const clue: CallClue = { kind: 'host', value: node.name, weight: 1 };
    return [{ service, clue }];
  });

const keyOf = ({ kind, value }: CallClue) => `${kind} ${value}`;

const perTurn = 1_000;

function* gather(
  material: GraphMaterial,
): Generator<void, CallClues['services']> {
  const services = new Map<ServiceRef, Map<string, CallClue>>();
  const add = ({ service, clue }: { service: ServiceRef; clue: CallClue }) => {
    const own = services.get(service) ?? new Map<string, CallClue>();
    services.set(service, own);
    const before = own.get(keyOf(clue));
    if (before ? before.weight < clue.weight : own.size < cluesAtMost) {
      own.set(keyOf(clue), clue);
    }
  };
  hostsIn(material).forEach(add);
  for (const [number, edge] of material.edges.entries()) {
    saidOn(edge, material).forEach(add);
    if (number % perTurn === 0) yield;
  }
  return new Map([...services].map(([ref, own]) => [ref, [...own.values()]]));
}

const tracesIn = async (
  { edges, parties }: GraphMaterial,
  { graphs }: Pick<AnswerContext, 'graphs'>,
) => {
  const traces = new Map<string, { service: ServiceRef; failed: boolean }[]>();
  const details = await graphs.details(edges.map(({ id }) => id));
  for (const { id, callee } of edges) {
    const detail = details.get(id);
    const service = serviceOf(parties.get(callee));
    if (!detail || !service) continue;
    for (const [trace, failed] of [
      [detail.sample, false],
      [detail.sampleFailed, true],
    ] as const) {
      const known = traces.get(trace);
      if (trace === '' || (!known && traces.size >= tracesAtMost)) continue;
      traces.set(trace, [...(known ?? []), { service, failed }]);
    }
  }
  return traces;
};

/** Words by which people may look for services, as far as traces know them. */
export const cluesAnswer = async (
  context: Pick<AnswerContext, 'graphs'>,
): Promise<CallClues> => {
  const material = await context.graphs.material();
  return {
    services: await inTurns(gather(material)),
    traces: await tracesIn(material, context),
  };
};

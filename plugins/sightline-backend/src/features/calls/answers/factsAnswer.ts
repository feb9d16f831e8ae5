import {
  CallParty,
  ChattyCall,
  ServiceCallFacts,
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { inTurns } from '../../../platform/inTurns';
import { chattyCalls } from '../engine/facts/chattyCalls';
import { longestChains } from '../engine/facts/longestChains';
import { sharedStores } from '../engine/facts/sharedStores';
import { syncCycles } from '../engine/facts/syncCycles';
import { tierInversions } from '../engine/facts/tierInversions';
import { CallGraph, GraphMaterial } from '../engine/graph/CallGraph';
import { isSync, isUsed } from '../engine/graph/neighbours';
import { latencyQuantile } from '../engine/latencyCounts';
import { AnswerContext, partyIn } from './AnswerContext';
import { DriftView } from './driftAnswer';

/** What of the whole fleet is worked out once, for all services. */
export type FleetFacts = {
  cycles: Map<string, string[]>;
  stores: ReturnType<typeof sharedStores>;
  inversions: ReturnType<typeof tierInversions>;
  chains: ReturnType<typeof longestChains>;
  chatty: ReturnType<typeof chattyCalls>;
};

/** By graph: what follows from the same graph is worked out once. */
const worked = new WeakMap<CallGraph, Promise<FleetFacts>>();

const fleetFacts = (
  context: AnswerContext,
  graph: CallGraph,
): Promise<FleetFacts> => {
  const before = worked.get(graph);
  if (before) return before;
  const facts = workOut(context, graph);
  worked.set(graph, facts);
  facts.catch(() => worked.delete(graph));
  return facts;
};

const workOut = async (
  { graphs, journeys }: AnswerContext,
  graph: CallGraph,
): Promise<FleetFacts> => {
  const trees = await journeys.trees();
  const { parties } = await graphs.material();
  const partyOf = (node: string) => parties.get(node)?.id;
  const used = { ...graph, edges: graph.edges.filter(isUsed) };
  return {
    cycles: await inTurns(syncCycles(used)),
    stores: sharedStores(used),
    inversions: tierInversions(used),
    chains: longestChains(trees, partyOf),
    chatty: chattyCalls(trees, partyOf),
  };
};

export const callFacts = async (
  context: AnswerContext,
  { graph, catalog }: DriftView,
  service: ServiceRef,
): Promise<ServiceCallFacts> => {
  const since = tracedSince(await context.graphs.material(), service);
  const facts = await fleetFacts(context, graph);
  const party = (id: string) => partyIn(id, graph, catalog);
  if (since === undefined) return { traced: false };
  const cycle = facts.cycles.get(service);
  const chain = chainOf(facts, { service, graph, party });
  const chatty = chattyOf(facts, service, party);
  const stores = storesOf(facts, service, party);
  const inversions = facts.inversions.get(service);
  return {
    ...{ traced: true, tracedSince: toIso(since) },
    operations: await operationsOf(context, graph, service),
    ...countsOf(graph, service),
    ...(cycle && { cycle: cycle.map(id => party(id).name) }),
    ...(chain && { longestChain: chain }),
    ...(stores.length > 0 && { sharedStores: stores }),
    ...(chatty.length > 0 && { chatty }),
    ...(inversions && { tierInversions: inversions.map(party) }),
  };
};

/** When its spans first came; undefined for one that never spoke for itself. */
const tracedSince = (
  { nodes, parties, edges }: GraphMaterial,
  service: string,
): number | undefined => {
  let since: number | undefined;
  const isOwn = (id: string) =>
    nodes.get(id)?.kind === 'service' && parties.get(id)?.entity === service;
  for (const { caller, callee, firstSeen } of edges) {
    if (isOwn(caller) || isOwn(callee)) {
      since = Math.min(since ?? firstSeen, firstSeen);
    }
  }
  return since;
};

const operationsOf = async (
  { graphs }: AnswerContext,
  { edges }: CallGraph,
  service: string,
): Promise<number> => {
  const incoming = edges.filter(e => e.callee === service && isUsed(e));
  const details = await graphs.details(incoming.flatMap(({ ids }) => ids));
  return new Set([...details.values()].map(one => one.operation)).size;
};

const countsOf = (
  { edges, parties }: CallGraph,
  service: string,
): Pick<ServiceCallFacts, 'syncFanIn' | 'syncFanOut' | 'retries'> => {
  const waiting = edges.filter(edge => isSync(edge) && isUsed(edge));
  const services = (ids: string[]) =>
    new Set(ids.filter(id => parties.get(id)?.kind === 'service')).size;
  const outgoing = edges.filter(({ caller }) => caller === service);
  return {
    syncFanIn: services(
      waiting.filter(e => e.callee === service).map(e => e.caller),
    ),
    syncFanOut: services(
      waiting.filter(e => e.caller === service).map(e => e.callee),
    ),
    retries: outgoing.reduce((sum, { sums }) => sum + sums.retries, 0),
  };
};

type PartyOf = (id: string) => CallParty;

/** What a service answered well, of all who asked it. */
const answeredWell = ({ edges }: CallGraph, service: string): number => {
  const asked = edges.filter(({ callee }) => callee === service);
  const calls = asked.reduce((sum, { sums }) => sum + sums.calls, 0);
  const errors = asked.reduce((sum, { sums }) => sum + sums.errors, 0);
  return calls === 0 ? 1 : 1 - errors / calls;
};

const chainOf = (
  { chains }: FleetFacts,
  context: { service: string; graph: CallGraph; party: PartyOf },
): ServiceCallFacts['longestChain'] => {
  const { service, graph, party } = context;
  const chain = chains.get(service);
  if (!chain) return undefined;
  const p95 = latencyQuantile(chain.latency, 0.95);
  return {
    parties: chain.parties.map(party),
    hops: chain.parties.length - 1,
    availability: [...new Set(chain.parties)]
      .map(id => answeredWell(graph, id))
      .reduce((all, one) => all * one, 1),
    ...(p95 !== undefined && { p95 }),
  };
};

const chattyOf = (
  { chatty }: FleetFacts,
  service: string,
  party: PartyOf,
): ChattyCall[] =>
  (chatty.get(service) ?? []).map(({ callee, ...call }) => ({
    ...call,
    ...{ caller: party(service).name, callee: party(callee) },
  }));

const storesOf = (
  { stores }: FleetFacts,
  service: string,
  party: PartyOf,
): { store: CallParty; with: CallParty[] }[] =>
  stores
    .filter(({ users }) => users.includes(service))
    .map(({ store, users }) => ({
      store: party(store),
      with: users.filter(id => id !== service).map(party),
    }));

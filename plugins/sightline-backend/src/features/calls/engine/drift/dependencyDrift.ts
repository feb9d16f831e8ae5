import {
  CallMode,
  CallParty,
  ContractState,
  Declaration,
  DriftRow,
  driftVerdicts,
  DriftVerdict,
  Instant,
  SeenDependency,
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Catalog } from '../Catalog';
import { toFigures } from '../figures';
import { addSums, CallGraph, GraphEdge, noCalls } from '../graph/CallGraph';
import { catalogParty } from '../graph/catalogParty';
import { EdgesOf } from '../graph/neighbours';
import { Contracts } from './Contracts';
import { declaredTargets } from './declaredTargets';

export type DriftInput = {
  service: ServiceRef;
  graph: CallGraph;
  /** of the graph: by caller, and by callee */
  from: EdgesOf;
  to: EdgesOf;
  catalog: Catalog;
  /** services that speak for themselves in traces */
  traced: ReadonlySet<string>;
  /** calls before this are no longer a reason to keep a declaration */
  since: Instant;
  /** undefined while nobody knows of contracts */
  contracts?: Contracts;
};

/**
 * Compares what a service declares, what it was seen to do, and what it has
 * promised. The first rule that fits wins:
 *
 * ```
 *   declared  seen  contract        verdict
 *      ?       –       ?            cannot-tell    it sends no traces
 *      no     yes      ?            undeclared
 *     yes      no      ?            unused         (or promised, and not seen)
 *     yes     yes    none, sync,    uncontracted   both could have one with
 *                    both could                    each other
 *     yes     yes      ?            agreed
 * ```
 *
 * Who reads a topic leans on it as much as who writes to it.
 */
export const dependencyDrift = (input: DriftInput): DriftRow[] => {
  const { service, catalog, traced, contracts } = input;
  const declared = declaredTargets(
    catalog.needs.get(service)?.dependencies ?? [],
    catalog,
  );
  const seen = seenTargets(input);
  const promised = promisedTargets(service, contracts);
  const targets = new Set([...declared.keys(), ...seen.keys(), ...promised]);
  const rows = [...targets].map(id => {
    const target = input.graph.parties.get(id) ?? catalogParty(id, catalog);
    const layers: Layers = {
      declared: declared.get(id) ?? [],
      seen: seen.get(id),
      contract: contractOf(input, target, seen.get(id)),
      isTraced: traced.has(service),
    };
    return row(target, layers);
  });
  return rows.sort(mostUrgentFirst);
};

type Layers = {
  declared: Declaration[];
  seen?: SeenDependency;
  contract?: ContractState;
  isTraced: boolean;
};

const row = (target: CallParty, layers: Layers): DriftRow => {
  const { declared, seen, contract } = layers;
  const verdict = verdictOf(layers);
  return {
    ...{ target, verdict, why: whyOf(verdict, target, layers), declared },
    ...(seen && { seen }),
    ...(contract && { contract }),
  };
};

const verdictOf = ({
  declared,
  seen,
  contract,
  isTraced,
}: Layers): DriftVerdict => {
  if (!isTraced) return 'cannot-tell';
  if (seen && declared.length === 0) return 'undeclared';
  if (!seen) return 'unused';
  return contract === 'none' ? 'uncontracted' : 'agreed';
};

const whyOf = (
  verdict: DriftVerdict,
  { name }: CallParty,
  { declared, contract }: Layers,
): string => {
  switch (verdict) {
    case 'cannot-tell':
      return 'This service sends no traces that carry its name, so its calls cannot be seen';
    case 'undeclared':
      return `It was seen calling ${name}, and the catalog does not say that it needs it`;
    case 'unused':
      return declared.length > 0
        ? `The catalog says that it needs ${name}, and no call was seen`
        : `It has a contract with ${name}, and no call was seen`;
    case 'uncontracted':
      return `Both have a name on a broker of contracts, and no contract with each other`;
    default:
      return contract === 'failed'
        ? 'Declared and seen; the contract between them fails'
        : 'Declared and seen';
  }
};

const nobody = new Set<CallParty['kind']>(['outside', 'unnamed']);

const seenTargets = (input: DriftInput): Map<string, SeenDependency> => {
  const { service, graph, from, to, since } = input;
  const edges = new Map<string, GraphEdge[]>();
  const note = (id: string, edge: GraphEdge) => {
    const kind = graph.parties.get(id)?.kind;
    if (edge.lastSeen < since || !kind || nobody.has(kind)) return;
    edges.set(id, [...(edges.get(id) ?? []), edge]);
  };
  for (const edge of from.get(service) ?? []) note(edge.callee, edge);
  for (const edge of to.get(service) ?? []) {
    const isReading = graph.parties.get(edge.caller)?.kind === 'queue';
    if (isReading) note(edge.caller, edge);
  }
  return new Map([...edges].map(([id, all]) => [id, seenBy(all, graph)]));
};

const seenBy = (
  edges: readonly GraphEdge[],
  { seconds }: CallGraph,
): SeenDependency => {
  const sums = edges.map(edge => edge.sums).reduce(addSums, noCalls);
  const isCounted = edges.some(({ sampled }) => !sampled);
  return {
    figures: toFigures(sums, isCounted ? { seconds } : {}),
    modes: [...new Set(edges.map(({ mode }): CallMode => mode))].sort(),
    lastSeen: toIso(Math.max(...edges.map(({ lastSeen }) => lastSeen))),
  };
};

/** One that may be about messages is no reason to expect calls. */
const promisedTargets = (service: string, contracts?: Contracts): string[] =>
  [...(contracts?.pairs.keys() ?? [])]
    .filter(
      pair => pair.startsWith(`${service} `) && !contracts?.unread.has(pair),
    )
    .map(pair => pair.slice(service.length + 1));

const contractOf = (
  { service, contracts }: DriftInput,
  target: CallParty,
  seen: SeenDependency | undefined,
): ContractState | undefined => {
  if (!contracts) return undefined;
  const state =
    contracts.pairs.get(`${service} ${target.id}`) ??
    topicContract(service, target, contracts);
  if (state) return state;
  const couldHave =
    contracts.parties.has(service) && contracts.parties.has(target.id);
  return couldHave && seen?.modes.includes('sync') ? 'none' : undefined;
};

/**
 * Brokers know topics by name alone, and only the exact name counts. A topic that
 * is promised and neither declared nor seen makes no row: traces often do not tell
 * who reads a topic.
 */
const topicContract = (
  service: ServiceRef,
  { kind, id, name }: CallParty,
  { topics }: Contracts,
): ContractState | undefined => {
  if (kind === 'service') return undefined;
  const names = [name, id.slice(id.indexOf('/') + 1)];
  return names
    .map(one => topics.get(`${service} ${one.toLowerCase()}`))
    .find(state => state !== undefined);
};

const order: Record<DriftVerdict, number> = {
  ...{ undeclared: 0, unused: 1, uncontracted: 2 },
  'cannot-tell': 3,
  agreed: 4,
};

const mostUrgentFirst = (a: DriftRow, b: DriftRow) =>
  order[a.verdict] - order[b.verdict] ||
  (b.seen?.figures.calls ?? 0) - (a.seen?.figures.calls ?? 0) ||
  (a.target.id < b.target.id ? -1 : 1);

/** How many rows have which verdict; those nobody has are told, too. */
export const countVerdicts = (
  rows: readonly DriftRow[],
): Record<DriftVerdict, number> => {
  const counts = Object.fromEntries(
    driftVerdicts.map(verdict => [verdict, 0]),
  ) as Record<DriftVerdict, number>;
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
};

import {
  CallNode,
  ObservedCalls,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { inChunks } from '../../platform/chunks';
import { CallsReader, ServiceNames } from './CallsReader';
import { readLastReport } from './CallsState';
import { EdgeIdentity } from './engine/callKeys';
import { CountedEdge, observedCalls } from './engine/observedCalls';
import { readCounts } from './reading/readCounts';

export type CallsReaderOptions = { database: Knex; names: ServiceNames };

type EdgeRow = EdgeIdentity & { id: number };
type NodeRow = CallNode & { id: string };

const IDS = 500;

export const createCallsReader = (options: CallsReaderOptions): CallsReader => {
  const { database, names } = options;

  /** The nodes a service is, by its names in traces: one in every environment. */
  const ownNodes = async (refs: readonly ServiceRef[]) => {
    const wanted = new Map<string, ServiceRef>();
    for (const [ref, known] of await names.namesOf(refs)) {
      for (const { kind, name, namespace } of known) {
        if (kind === 'otel') wanted.set(`${namespace}\0${name}`, ref);
      }
    }
    const said = [...wanted.keys()].map(key => key.split('\0')[1]);
    const rows: NodeRow[] = await inChunks([...new Set(said)], IDS, chunk =>
      database('calls_node').where('kind', 'service').whereIn('name', chunk),
    );
    const own = new Map<ServiceRef, Set<string>>();
    for (const { id, namespace, name } of rows) {
      const ref = wanted.get(`${namespace}\0${name}`);
      if (ref) own.set(ref, (own.get(ref) ?? new Set()).add(id));
    }
    return own;
  };

  const edgesAt = async (nodeIds: readonly string[]): Promise<EdgeRow[]> => {
    const at = (side: 'caller' | 'callee') =>
      inChunks(nodeIds, IDS, chunk =>
        database('calls_edge').whereIn(side, chunk),
      );
    const rows: EdgeRow[] = [...(await at('caller')), ...(await at('callee'))];
    return [...new Map(rows.map(row => [row.id, row])).values()];
  };

  const nodesOf = async (ids: readonly string[]) => {
    const rows: NodeRow[] = await inChunks(ids, IDS, chunk =>
      database('calls_node')
        .whereIn('id', chunk)
        .select('id', 'kind', 'environment', 'namespace', 'name'),
    );
    return new Map(rows.map(({ id, ...node }) => [id, node as CallNode]));
  };

  const servicesOf = async (nodes: ReadonlyMap<string, CallNode>) => {
    const named = [...nodes].filter(([, { kind }]) => kind === 'service');
    const resolved = await names.resolveAll(
      named.map(([, { name, namespace }]) => ({
        ...{ kind: 'otel' as const, name, namespace },
      })),
    );
    return new Map(
      named.flatMap(([id], at) => {
        const service = resolved[at]?.service;
        return service === undefined ? [] : [[id, service] as const];
      }),
    );
  };

  const ofServices: CallsReader['ofServices'] = async (refs, { since }) => {
    const own = await ownNodes(refs);
    const edges = await edgesAt([...own.values()].flatMap(ids => [...ids]));
    const counts = await readCounts(
      database,
      edges.map(({ id }) => id),
      { from: since, to: Number.MAX_SAFE_INTEGER },
    );
    const counted = edges.flatMap((edge): CountedEdge[] => {
      const of = counts.get(edge.id);
      return of ? [{ edge, counts: of }] : [];
    });
    const ends = counted.flatMap(({ edge }) => [edge.caller, edge.callee]);
    const nodes = await nodesOf([...new Set(ends)]);
    const services = await servicesOf(nodes);
    const answers = new Map<ServiceRef, ObservedCalls>();
    for (const [ref, ids] of own) {
      const mine = counted.filter(
        ({ edge }) => ids.has(edge.caller) || ids.has(edge.callee),
      );
      answers.set(
        ref,
        observedCalls({
          own: ids,
          edges: mine,
          nodes,
          services,
          since,
        }),
      );
    }
    return answers;
  };

  return {
    ofServices,
    ofService: async (ref, within) =>
      (await ofServices([ref], within)).get(ref),
    lastReport: () => readLastReport(database),
  };
};

import {
  CallNode,
  Instant,
  Millis,
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { inChunks } from '../../platform/chunks';
import { Clock } from '../../platform/clock';
import { inTurns } from '../../platform/inTurns';
import { toCallCounts } from './bucketTables';
import { shownFor } from './callsPart';
import { ServiceNames } from './CallsReader';
import { readLastReport } from './CallsState';
import { CatalogView } from './CatalogView';
import { buildGraph } from './engine/graph/buildGraph';
import {
  CallGraph,
  GraphMaterial,
  Window,
  WindowSums,
} from './engine/graph/CallGraph';
import { partiesOf } from './engine/graph/partiesOf';
import { EdgeDetail, GraphReader } from './GraphReader';
import { keptFresh } from './reading/keptFresh';
import { readBuckets, readCounts } from './reading/readCounts';
import { readEdges, readNodes } from './reading/readEdges';
import { readWindowSums } from './reading/readWindowSums';

export type GraphReaderOptions = {
  database: Knex;
  names: Pick<ServiceNames, 'resolveAll'>;
  catalog: CatalogView;
  clock: Clock;
};

const minute: Millis = 60_000;
const hour = 60 * minute;
const IDS = 500;
/** Windows people compare with, kept for those who look at the same one. */
const windowsAtMost = 8;

type DetailRow = {
  id: number;
  operation: string;
  sample: string | null;
  sample_failed: string | null;
};

export const createGraphReader = (options: GraphReaderOptions): GraphReader => {
  const { database, names, catalog, clock } = options;

  const readMaterial = async (): Promise<GraphMaterial> => {
    const nodes = await readNodes(database);
    const services = await servicesOf(nodes, names);
    const parties = partiesOf({
      ...{ nodes, services },
      catalog: await catalog.read(),
    });
    return { nodes, parties, edges: await readEdges(database) };
  };
  const material = keptFresh({ read: readMaterial, clock, atLeast: 5_000 });
  const lastHour = keptFresh({
    read: () => {
      const now = clock();
      return readWindowSums(database, { from: now - hour, to: now });
    },
    ...{ clock, atLeast: 5_000 },
  });
  const others = keptWindows(database, clock);
  const built = keptGraphs();

  return {
    material: material.get,
    async graph({ window, environment } = {}) {
      const counted = window ? await others(window) : await lastHour.get();
      return built({
        material: await material.get(),
        ...{ counted, environment },
      });
    },
    counts: (ids, window) => readCounts(database, ids, window),
    async buckets(ids, window) {
      const buckets = [];
      for await (const row of readBuckets(database, ids, window)) {
        const { edge: of, width, at } = row;
        const place = { of, width, at: Number(at) };
        buckets.push({ ...place, counts: toCallCounts(row) });
      }
      return buckets;
    },
    async details(ids) {
      const rows: DetailRow[] = await inChunks(ids, IDS, chunk =>
        database('calls_edge')
          .whereIn('id', chunk)
          .select('id', 'operation', 'sample', 'sample_failed'),
      );
      return new Map(
        rows.map(
          ({ id, operation, sample, sample_failed }): [number, EdgeDetail] => [
            id,
            {
              ...{ id, operation },
              sample: sample ?? '',
              sampleFailed: sample_failed ?? '',
            },
          ],
        ),
      );
    },
    async evidence() {
      const last = await readLastReport(database);
      return (
        last && {
          source: last.source,
          observedAt: toIso(last.at),
          validFor: shownFor,
        }
      );
    },
  };
};

const servicesOf = async (
  nodes: ReadonlyMap<string, CallNode>,
  names: Pick<ServiceNames, 'resolveAll'>,
) => {
  const named = [...nodes].filter(([, { kind }]) => kind === 'service');
  const resolved = await names.resolveAll(
    named.map(([, { name, namespace }]) => ({
      ...{ kind: 'otel' as const, name, namespace },
    })),
  );
  const services = new Map<string, ServiceRef>();
  named.forEach(([id], at) => {
    const service = resolved[at]?.service;
    if (service !== undefined) services.set(id, service);
  });
  return services;
};

/** Sums of windows in the past: they hardly change, and many look at the same ones. */
const keptWindows = (database: Knex, clock: Clock) => {
  const kept = new Map<string, { at: Instant; sums: Promise<WindowSums> }>();
  return (window: Window): Promise<WindowSums> => {
    const key = `${window.from} ${window.to}`;
    const before = kept.get(key);
    if (before && clock() - before.at < minute) return before.sums;
    const entry = { at: clock(), sums: readWindowSums(database, window) };
    kept.delete(key);
    kept.set(key, entry);
    entry.sums.catch(() => kept.delete(key));
    if (kept.size > windowsAtMost) kept.delete([...kept.keys()][0]);
    return entry.sums;
  };
};

type Building = { material: GraphMaterial; graph: Promise<CallGraph> };

/**
 * Graphs of the same material and counts are the same graph: what is worked out
 * about one is then kept with it.
 */
const keptGraphs = () => {
  type Options = Parameters<typeof buildGraph>[0];
  const kept = new WeakMap<WindowSums, Map<string, Building>>();
  return (options: Options): Promise<CallGraph> => {
    const { material, counted, environment = '' } = options;
    const graphs = kept.get(counted) ?? new Map<string, Building>();
    kept.set(counted, graphs);
    const before = graphs.get(environment);
    if (before?.material === material) return before.graph;
    const graph = inTurns(buildGraph(options));
    graphs.set(environment, { material, graph });
    return graph;
  };
};

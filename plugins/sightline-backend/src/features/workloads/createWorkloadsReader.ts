import {
  Deploy,
  ServiceRef,
  ServiceWorkloads,
  unknown,
  Unknown,
  Workload,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { inChunks } from '../../platform/chunks';
import { byUrgency, InState, worstOf } from './engine/health';
import { Running, versionSkew } from './engine/skew';
import { asSeen } from './reading/asSeen';
import { createDeployReader } from './reading/createDeployReader';
import {
  Clusters,
  evidenceOf,
  gapsOf,
  readClusters,
} from './reading/readClusters';
import { readLockSteps } from './reading/readLockSteps';
import { createServiceNames, WorkloadNames } from './reading/serviceNames';
import { toWorkload } from './reading/toWorkload';
import { keyOf, numberOr, WorkloadRow } from './store/tables';
import {
  inShortOf,
  Short,
  shortColumns,
  ShortRow,
  toShort,
} from './reading/inShort';
import {
  RunningService,
  ServiceInShort,
  ServiceRollout,
  WorkloadsReader,
} from './WorkloadsReader';

/** Deploys that come with a service; older ones are asked for by themselves. */
const deploysShown = 50;

const noCluster =
  'No Kubernetes cluster was seen yet: see docs/kubernetes.md for how to connect one';
const notThere =
  'No cluster that is connected runs a workload that is known to be this service: compare its names on the Sources page';

const toRunning = (row: WorkloadRow): Running => ({
  key: keyOf(row.cluster, row.named),
  version: row.version ?? undefined,
  since: numberOr(row.deployed_at),
});

const brief = ({ key, rollout }: Workload): InState => ({ key, ...rollout });

const whyNone = (clusters: Clusters): Unknown =>
  clusters.size === 0
    ? unknown('not-configured', noCluster)
    : unknown('no-data', notThere);

/** Answers from what is stored: a page costs the same whatever a cluster is doing. */
export const createWorkloadsReader = (options: {
  database: Knex;
  clock: Clock;
  names: WorkloadNames;
  /** whether a source is set up */
  isSetUp(source: string): boolean;
  titlesOf(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, string>>;
}): WorkloadsReader => {
  const { database, clock, isSetUp, titlesOf } = options;
  const names = createServiceNames(options.names);
  const clustersNow = () => readClusters(database, isSetUp);
  const deploys = createDeployReader({
    ...{ database, names },
    async sourceOf() {
      const clusters = await clustersNow();
      return cluster => clusters.get(cluster)?.source ?? cluster;
    },
  });

  const present = (named: readonly string[], clusters: Clusters) =>
    database('workloads_workload')
      .whereIn('named', [...named])
      .whereIn('cluster', [...clusters.keys()])
      .whereNull('gone_at');

  const distinct = (named: ReadonlyMap<ServiceRef, string[]>) => [
    ...new Set([...named.values()].flat()),
  ];

  const shortOf = async (refs: readonly ServiceRef[], clusters: Clusters) => {
    const named = await names.of(refs);
    const rows: ShortRow[] = await inChunks(distinct(named), 500, chunk =>
      present(chunk, clusters).select(shortColumns),
    );
    const byName = new Map<string, Short[]>();
    for (const row of rows.map(asSeen(clusters))) {
      const same = byName.get(row.named) ?? [];
      byName.set(row.named, [...same, toShort(row)]);
    }
    return new Map(
      [...named].map(([ref, own]) => [
        ref,
        own.flatMap(name => byName.get(name) ?? []),
      ]),
    );
  };

  const running = async (refs: readonly ServiceRef[], clusters: Clusters) => {
    const now = clock();
    const named = await names.of(refs);
    const rows: WorkloadRow[] = await inChunks(distinct(named), 500, chunk =>
      present(chunk, clusters).select('*'),
    );
    const titles = await titlesOf([...named.keys()]);
    const gaps = gapsOf(clusters, now);
    const all = new Map<ServiceRef, RunningService>();
    for (const [ref, own] of named) {
      const mine = rows
        .filter(row => own.includes(row.named))
        .map(asSeen(clusters));
      const inShort = inShortOf(mine.map(toShort), clusters);
      if (!inShort) continue;
      const skew = versionSkew(mine.map(toRunning));
      const name = titles.get(ref);
      const workloads = mine.map(row =>
        toWorkload(row, {
          now,
          evidence: evidenceOf(clusters.get(row.cluster)!),
          ...(name !== undefined && { service: { ref, name } }),
        }),
      );
      all.set(ref, {
        workloads: workloads.sort((a, b) => byUrgency(brief(a), brief(b))),
        ...(skew && { skew }),
        ...{ gaps, inShort },
      });
    }
    return all;
  };

  return {
    async ofService(ref): Promise<ServiceWorkloads> {
      const now = clock();
      const clusters = await clustersNow();
      const found = (await running([ref], clusters)).get(ref);
      return {
        service: ref,
        workloads: found?.workloads ?? [],
        ...(!found && { unknown: whyNone(clusters) }),
        ...(found?.skew && { skew: found.skew }),
        deploys: await deploys.ofService(ref, { limit: deploysShown }),
        lockStep: await readLockSteps({ database, names, now }, ref),
        gaps: gapsOf(clusters, now),
      };
    },

    running: async refs => running(refs, await clustersNow()),
    deploysOf: (ref, limit) => deploys.ofService(ref, { limit }),

    async rolloutOf(ref): Promise<ServiceRollout[]> {
      const clusters = await clustersNow();
      const all = (await shortOf([ref], clusters)).get(ref) ?? [];
      const newest = new Map<string, Deploy>();
      for (const deploy of await deploys.ofService(ref, {
        limit: deploysShown,
      })) {
        const { cluster } = deploy.workload;
        if (!newest.has(cluster)) newest.set(cluster, deploy);
      }
      return [...clusters.values()].flatMap(one => {
        const { cluster } = one;
        const found = worstOf(all.filter(({ key }) => key.cluster === cluster));
        const deploy = newest.get(cluster);
        if (!found) return [];
        const { state, since } = found.worst;
        return {
          ...{ cluster, state, words: found.words },
          ...(since !== undefined && { since }),
          evidence: evidenceOf(one),
          ...(deploy && { deploy }),
        };
      });
    },

    async inShort(refs): Promise<Map<ServiceRef, ServiceInShort>> {
      const clusters = await clustersNow();
      if (clusters.size === 0) return new Map();
      const found = await shortOf(refs, clusters);
      return new Map(
        [...found].flatMap(([ref, all]) => {
          const short = inShortOf(all, clusters);
          return short ? [[ref, short] as const] : [];
        }),
      );
    },

    deploys: deploys.page,
    marks: deploys.marks,
    isKnown: async () => (await clustersNow()).size > 0,
    whyNone: async () => whyNone(await clustersNow()),
  };
};

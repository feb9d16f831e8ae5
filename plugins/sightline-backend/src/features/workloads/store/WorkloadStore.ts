import {
  Instant,
  Millis,
  ServiceRef,
  SightlineEvents,
  workloadKinds,
} from '@sightline/backstage-plugin-sightline-common';
import type { WorkloadsReport } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { breathe, chunks, inChunks } from '../../../platform/chunks';
import { Outbox } from '../../../platform/outbox/outbox';
import {
  ColumnType,
  UpdateForm,
  updateMany,
} from '../../../platform/updateMany';
import { boundReport } from './boundReport';
import { eventsOf } from './eventsOf';
import { deploysAtMost, trimDeploys } from './forget';
import { KeptRow, keptColumns, Planned, planReport } from './planReport';
import { ClusterRow, Gap, idOf, kindIn, numberOr, outsideOf } from './tables';

/** Who says it, for how long it may be believed, and where losses are counted. */
export type WorkloadsOrigin = {
  /** id of the source */
  source: string;
  freshFor: Millis;
  lost?(cause: string, count: number): void;
};

/** Which service each of these is, in the order asked. */
export type ResolveNames = (
  names: readonly ReturnType<typeof outsideOf>[],
) => Promise<(ServiceRef | undefined)[]>;

export type WorkloadStoreOptions = {
  database: Knex;
  clock: Clock;
  outbox: Outbox<SightlineEvents>;
  resolve: ResolveNames;
  /** whether a source is still set up: one that is not loses its cluster to another */
  isSetUp(source: string): boolean;
};

/** Workloads in one transaction: while it runs nobody else writes to SQLite. */
const BATCH = 200;

const text: ColumnType = 'text';
const bigint: ColumnType = 'bigint';

const form: UpdateForm = {
  ...{ table: 'workloads_workload', key: 'id' },
  columns: {
    ...{ hash: text, document: text, memory: text, visible: text },
    ...{ state: text, words: text, since: bigint, version: text },
    ...{ deployed_at: bigint, deployed_kind: text, deployed_version: text },
    gone_at: bigint,
  },
};

/**
 * Keeps what clusters have. Each is by itself: whatever is said about one, or goes
 * wrong with it, touches no row of another. What is said again writes nothing.
 */
export const createWorkloadStore = (options: WorkloadStoreOptions) => {
  const { database, clock, outbox, resolve, isSetUp } = options;

  /** Who watches it, and when it was heard before. */
  const openCluster = async (cluster: string, from: WorkloadsOrigin) => {
    await database('workloads_cluster')
      .insert({
        ...{ cluster, source: from.source, generation: 0, gaps: '[]' },
        fresh_for: from.freshFor,
      })
      .onConflict('cluster')
      .ignore();
    const row: ClusterRow = await database('workloads_cluster')
      .where({ cluster })
      .first();
    if (row.source !== from.source && isSetUp(row.source)) {
      throw new Error(
        `${from.source} calls its cluster '${cluster}', as ${row.source} does: give them different names`,
      );
    }
    return row;
  };

  const readKept = async ({ cluster, whole, workloads }: WorkloadsReport) => {
    const rows: KeptRow[] = whole
      ? await database('workloads_workload')
          .where({ cluster })
          .select(keptColumns)
      : await inChunks(
          workloads.map(({ key }) => idOf(key)),
          500,
          ids =>
            database('workloads_workload')
              .whereIn('id', ids)
              .select(keptColumns),
        );
    return new Map(rows.map(row => [row.id, row]));
  };

  const write = async (
    plans: readonly Planned[],
    services: readonly (ServiceRef | undefined)[],
    { cluster, now }: { cluster: string; now: Instant },
  ): Promise<number> =>
    database.transaction(async trx => {
      await trx('workloads_cluster')
        .where({ cluster })
        .increment('generation', 1);
      const fresh = plans.filter(({ isNew }) => isNew);
      await trx.batchInsert(
        'workloads_workload',
        fresh.map(({ row }) => row),
        50,
      );
      const known = plans.filter(({ isNew }) => !isNew);
      await updateMany(
        trx,
        form,
        known.map(({ row }) => row),
      );
      const deploys = plans.flatMap(plan => plan.deploys);
      for (const chunk of chunks(deploys, 50)) {
        await trx('workloads_deploy').insert(chunk).onConflict('id').ignore();
      }
      for (const { step, deploy } of plans) {
        if (!step.completed || deploy) continue;
        await trx('workloads_deploy')
          .where({ id: step.completed.id })
          .update({ completed_at: step.completed.at });
      }
      await outbox.append(trx, eventsOf(plans, services, now));
      // One that is new has no more than a few.
      return trimDeploys(
        trx,
        known.flatMap(plan => plan.deploys.at(-1) ?? []),
      );
    });

  /**
   * What a whole report does not have, and what a change says is gone. Kinds that
   * cannot be seen are not: of them a report says nothing.
   */
  const forgetGone = async (
    report: WorkloadsReport,
    kept: ReadonlyMap<string, KeptRow>,
    now: Instant,
  ) => {
    const { cluster, whole, workloads, removed, unseen = {} } = report;
    const there = new Set(workloads.map(({ key }) => idOf(key)));
    const gone = whole
      ? [...kept.values()].flatMap(({ id, gone_at }) =>
          there.has(id) || gone_at !== null || kindIn(id) in unseen ? [] : [id],
        )
      : removed.map(idOf).filter(id => !there.has(id));
    const names: string[] = [];
    for (const ids of chunks(gone, 500)) {
      const going = () =>
        database('workloads_workload')
          .where({ cluster })
          .whereNull('gone_at')
          .whereIn('id', ids);
      const rows: { named: string }[] = await going().select('named');
      names.push(...rows.map(({ named }) => named));
      // What it was is told no more; that it was deployed is remembered.
      await going().update({ gone_at: now, document: '{}' });
      await breathe();
    }
    return names;
  };

  const closeCluster = async (
    row: ClusterRow,
    { gaps, unseen = {} }: WorkloadsReport,
    { from, now }: { from: WorkloadsOrigin; now: Instant },
  ) => {
    const before = new Map(
      (JSON.parse(row.gaps) as Gap[]).map(gap => [gap.words, gap.since]),
    );
    const after: Gap[] = gaps.map(words => {
      const kinds = workloadKinds.filter(kind => unseen[kind] === words);
      return {
        ...{ words, since: before.get(words) ?? now },
        ...(kinds.length > 0 && { kinds }),
      };
    });
    await database('workloads_cluster')
      .where({ cluster: row.cluster })
      .update({
        ...{ source: from.source, fresh_for: from.freshFor },
        ...{ observed_at: now, gaps: JSON.stringify(after) },
      });
  };

  return {
    /**
     * Answers the services of which people see something else now, and whether the
     * cluster is back: what was known of it had become old.
     */
    async accept(
      said: WorkloadsReport,
      from: WorkloadsOrigin,
    ): Promise<{ services: ServiceRef[]; isBack: boolean }> {
      const report = boundReport(said, from.lost);
      const now = clock();
      const row = await openCluster(report.cluster, from);
      const kept = await readKept(report);
      const after = numberOr(row.observed_at);
      const touched: string[] = [];
      for (const chunk of chunks(report.workloads, BATCH)) {
        const plans = planReport(chunk, kept, {
          ...{ cluster: report.cluster, now, after },
        });
        if (plans.length > 0) {
          const names = plans.map(({ row: { named } }) => outsideOf(named));
          // Asked before: within a transaction SQLite has no connection left.
          const services = await resolve(names);
          const { cluster } = report;
          const gone = await write(plans, services, { cluster, now });
          if (gone > 0) {
            from.lost?.(`deploys of a workload above ${deploysAtMost}`, gone);
          }
          touched.push(
            ...plans.flatMap(({ isVisible, row: { named } }) =>
              isVisible ? [named] : [],
            ),
          );
        }
        await breathe();
      }
      touched.push(...(await forgetGone(report, kept, now)));
      await closeCluster(row, report, { from, now });
      const refs = await resolve([...new Set(touched)].map(outsideOf));
      return {
        services: [...new Set(refs.flatMap(ref => ref ?? []))],
        isBack: after !== undefined && after + Number(row.fresh_for) < now,
      };
    },
  };
};

import { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { addBuckets } from './BucketTable';
import { lockCalls, readLastReport } from './CallsState';
import { keepEdges, keepNodes } from './EdgeTable';
import { CallBucket } from './engine/rollUp';
import { countLost, readReport, ReadReport } from './engine/readReport';

/** Who says it, and where it counts what had to be dropped. */
export type CallsOrigin = {
  /** id of the source */
  source: string;
  lost?(cause: string, count: number): void;
};

/** What is kept at most; calls beyond it are counted as lost. */
export type CallsLimits = { nodesAtMost: number; edgesAtMost: number };

export const defaultCallsLimits: CallsLimits = {
  nodesAtMost: 50_000,
  edgesAtMost: 500_000,
};

export type CallsStoreOptions = {
  database: Knex;
  clock: Clock;
  limits: CallsLimits;
};

export type CallsNews = {
  /** the ends of edges that changed */
  changed: CallNode[];
  /** nobody had ever reported before */
  isFirst: boolean;
};

const minute = 60_000;

/** Keeps counts of calls, each report once: that it came is written in the same transaction. */
export const createCallsStore = (options: CallsStoreOptions) => {
  const { database, clock, limits } = options;

  /** False when this report, or a later one of its writer, was kept before. */
  const isNews = async (trx: Knex.Transaction, report: CallsReport) => {
    const { writer, sequence } = report;
    const row = await trx('calls_writer').where({ writer }).first('sequence');
    if (row && Number(row.sequence) >= sequence) return false;
    await trx('calls_writer')
      .insert({ writer, sequence, reported_at: clock() })
      .onConflict('writer')
      .merge();
    return true;
  };

  const keep = async (trx: Knex.Transaction, read: ReadReport) => {
    const now = clock();
    const nodes = await keepNodes(trx, read.nodes, {
      now,
      atMost: limits.nodesAtMost,
    });
    const edges = await keepEdges(
      trx,
      new Map(
        [...read.edges].filter(
          ([, edge]) => nodes.has(edge.caller) && nodes.has(edge.callee),
        ),
      ),
      { now, atMost: limits.edgesAtMost },
    );
    await addBuckets(trx, bucketsOf(read, edges));
  };

  return {
    /** What changed: nothing when the report was kept before. */
    async accept(report: CallsReport, from: CallsOrigin): Promise<CallsNews> {
      const read = readReport(report, clock());
      let isFirst = false;
      const isKept = await database.transaction(async trx => {
        await lockCalls(trx);
        if (!(await isNews(trx, report))) return false;
        isFirst = (await readLastReport(trx)) === undefined;
        await keep(trx, read);
        await trx('calls_state')
          .where('id', 1)
          .update({ source: from.source, reported_at: clock() });
        return true;
      });
      if (!isKept) return { changed: [], isFirst };
      read.lost.forEach((count, cause) => from.lost?.(cause, count));
      const changed = [...read.edges.values()].flatMap(({ caller, callee }) => [
        read.nodes.get(caller)!,
        read.nodes.get(callee)!,
      ]);
      return { changed, isFirst };
    },
  };
};

const bucketsOf = (
  { counts, lost }: ReadReport,
  edges: ReadonlyMap<string, number>,
): CallBucket[] => {
  const buckets: CallBucket[] = [];
  for (const [key, minutes] of counts) {
    const edge = edges.get(key);
    for (const [at, counted] of minutes) {
      if (edge === undefined) {
        const cause = 'calls on more services and edges than are kept';
        countLost(lost, cause, counted.calls);
      } else {
        buckets.push({ edge, width: minute, at, ...counted });
      }
    }
  }
  return buckets;
};

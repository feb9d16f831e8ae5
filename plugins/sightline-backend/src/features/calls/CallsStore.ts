import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { Knex } from 'knex';
import { chunks } from '../../platform/chunks';
import { Clock } from '../../platform/clock';
import { callBuckets, stepBuckets } from './bucketTables';
import { lockCalls, readLastReport } from './CallsState';
import { CallCounts } from './engine/CallCounts';
import { countLost } from './engine/keepable';
import { ReadJourneys, stepWidth } from './engine/readJourneys';
import { readReport, ReadReport, ReadSighting } from './engine/readReport';
import { Bucket } from './engine/rollUp';
import { StepCounts } from './engine/StepCounts';
import { keepKeyed } from './KeyedTable';
import {
  edgeColumns,
  edgeTable,
  nodeTable,
  sightingColumns,
  sightingKeys,
  stepColumns,
  stepTable,
} from './keyedTables';

/** Who says it, and where it counts what had to be dropped. */
export type CallsOrigin = {
  /** id of the source */
  source: string;
  lost?(cause: string, count: number): void;
};

/** What is kept at most; calls beyond it are counted as lost. */
export type CallsLimits = {
  nodesAtMost: number;
  edgesAtMost: number;
  stepsAtMost: number;
};

export const defaultCallsLimits: CallsLimits = {
  nodesAtMost: 50_000,
  edgesAtMost: 500_000,
  stepsAtMost: 100_000,
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
    const nodes = await keepKeyed<string>(
      trx,
      nodeTable,
      new Map([...read.nodes].map(([id, node]) => [id, nodeRow(node, now)])),
      { now, atMost: limits.nodesAtMost },
    );
    const edges = [...read.edges].filter(
      ([, { caller, callee }]) => nodes.has(caller) && nodes.has(callee),
    );
    const numbers = await keepKeyed<number>(
      trx,
      edgeTable,
      new Map(edges.map(([key, edge]) => [key, edgeColumns(edge)])),
      { now, atMost: limits.edgesAtMost },
    );
    await callBuckets.add(trx, callBucketsOf(read, numbers));
    await keepJourneys(trx, read, nodes);
    await keepSightings(trx, read.sightings, now);
  };

  const keepJourneys = async (
    trx: Knex.Transaction,
    { journeys, lost }: ReadReport,
    nodes: ReadonlyMap<string, string>,
  ) => {
    const steps = [...journeys.steps].filter(
      ([, { callee, caller }]) =>
        nodes.has(callee) && (caller === null || nodes.has(caller)),
    );
    const numbers = await keepKeyed<number>(
      trx,
      stepTable,
      new Map(steps.map(([key, step]) => [key, stepColumns(step)])),
      { now: clock(), atMost: limits.stepsAtMost },
    );
    await stepBuckets.add(trx, stepBucketsOf(journeys, numbers, lost));
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

const nodeRow = (
  { kind, environment, namespace, name }: CallNode,
  now: Instant,
) => ({ kind, environment, namespace, name, first_seen: now });

/** What services say of themselves is what is thrown away first. */
const keepSightings = async (
  trx: Knex.Transaction,
  sightings: readonly ReadSighting[],
  now: Instant,
) => {
  for (const chunk of chunks(sightings, 100)) {
    await trx('calls_sighting')
      .insert(chunk.map(said => sightingColumns(said, now)))
      .onConflict(sightingKeys)
      .merge(['last_seen']);
  }
};

const callBucketsOf = (
  { counts, lost }: ReadReport,
  numbers: ReadonlyMap<string, number>,
): Bucket<CallCounts>[] => {
  const buckets: Bucket<CallCounts>[] = [];
  for (const [key, minutes] of counts) {
    const of = numbers.get(key);
    for (const [at, counted] of minutes) {
      if (of === undefined) {
        const cause = 'calls on more services and edges than are kept';
        countLost(lost, cause, counted.calls);
      } else {
        buckets.push({ of, width: minute, at, counts: counted });
      }
    }
  }
  return buckets;
};

const stepBucketsOf = (
  { counts }: ReadJourneys,
  numbers: ReadonlyMap<string, number>,
  lost: Map<string, number>,
): Bucket<StepCounts>[] => {
  const buckets: Bucket<StepCounts>[] = [];
  for (const [key, stretches] of counts) {
    const of = numbers.get(key);
    for (const [at, counted] of stretches) {
      if (of === undefined) {
        countLost(lost, 'steps of more journeys than are kept', counted.calls);
      } else {
        buckets.push({ of, width: stepWidth, at, counts: counted });
      }
    }
  }
  return buckets;
};

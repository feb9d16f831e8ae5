import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe } from '../../platform/chunks';
import { Clock } from '../../platform/clock';
import { BucketTable } from './BucketTable';
import { callBuckets, stepBuckets } from './bucketTables';
import { lockCalls } from './CallsState';
import {
  dueBefore,
  longestKept,
  rollUp,
  RollUpStep,
  rollUpSteps,
} from './engine/rollUp';

export type RollUpOptions = {
  database: Knex;
  clock: Clock;
  /** buckets of one transaction */
  chunk?: number;
};

const day = 86_400_000;
/** Versions and workloads of weeks ago help nobody to find a service. */
const sightingsKept = 14 * day;

/** Makes what has aged coarser, a little at a time: whoever reports waits for one chunk at most. */
export const createRollUp = (options: RollUpOptions) => {
  const { database, clock, chunk = 500 } = options;

  const rollUpChunk = <Counts>(
    table: BucketTable<Counts>,
    step: RollUpStep,
    now: Instant,
  ): Promise<number> =>
    database.transaction(async trx => {
      await lockCalls(trx);
      const due = await table.oldest(trx, {
        width: step.width,
        before: dueBefore(step, now),
        limit: chunk,
      });
      if (step.into !== undefined) {
        await table.add(trx, rollUp(due, step.into, table.merge));
      }
      await table.remove(trx, due);
      return due.length;
    });

  const rollUpTable = async <Counts>(
    table: BucketTable<Counts>,
    now: Instant,
    signal: AbortSignal,
  ) => {
    for (const step of rollUpSteps) {
      let done = chunk;
      while (done === chunk && !signal.aborted) {
        done = await rollUpChunk(table, step, now);
        await breathe();
      }
    }
  };

  /** What nobody has seen for longer than its last bucket is kept. */
  const forget = (now: Instant): Promise<void> =>
    database.transaction(async trx => {
      await lockCalls(trx);
      const before = now - longestKept - 2 * day;
      for (const table of ['calls_edge', 'calls_step', 'calls_node']) {
        await trx(table).where('last_seen', '<', before).delete();
      }
      const lately = now - sightingsKept;
      await trx('calls_sighting').where('last_seen', '<', lately).delete();
      await trx('calls_writer').where('reported_at', '<', before).delete();
    });

  return {
    /** One round; what an aborted one leaves is done by the next. */
    async run(signal: AbortSignal): Promise<void> {
      const now = clock();
      await rollUpTable(callBuckets, now, signal);
      await rollUpTable(stepBuckets, now, signal);
      await forget(now);
    },
  };
};

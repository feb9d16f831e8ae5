import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe } from '../../platform/chunks';
import { Clock } from '../../platform/clock';
import { addBuckets, deleteBuckets, oldestBuckets } from './BucketTable';
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

/** Makes what has aged coarser, a little at a time: whoever reports waits for one chunk at most. */
export const createRollUp = (options: RollUpOptions) => {
  const { database, clock, chunk = 500 } = options;

  const rollUpChunk = (step: RollUpStep, now: Instant): Promise<number> =>
    database.transaction(async trx => {
      await lockCalls(trx);
      const due = await oldestBuckets(trx, {
        width: step.width,
        before: dueBefore(step, now),
        limit: chunk,
      });
      if (step.into !== undefined) {
        await addBuckets(trx, rollUp(due, step.into));
      }
      await deleteBuckets(trx, due);
      return due.length;
    });

  /** What nobody has seen for longer than its last bucket is kept. */
  const forget = (now: Instant): Promise<void> =>
    database.transaction(async trx => {
      await lockCalls(trx);
      const before = now - longestKept - 2 * day;
      await trx('calls_edge').where('last_seen', '<', before).delete();
      await trx('calls_node').where('last_seen', '<', before).delete();
      await trx('calls_writer').where('reported_at', '<', before).delete();
    });

  return {
    /** One round; what an aborted one leaves is done by the next. */
    async run(signal: AbortSignal): Promise<void> {
      const now = clock();
      for (const step of rollUpSteps) {
        let done = chunk;
        while (done === chunk && !signal.aborted) {
          done = await rollUpChunk(step, now);
          await breathe();
        }
      }
      await forget(now);
    },
  };
};

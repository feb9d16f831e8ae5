import { EventsService } from '@backstage/plugin-events-node';
import { Knex } from 'knex';
import { Clock } from '../clock';

export type RelayOptions = {
  database: Knex;
  events: EventsService;
  clock: Clock;
  /** tells this relay from those of other replicas */
  holder: string;
};

/** Carries events from the outbox to the events service. */
export interface OutboxRelay {
  /** Publishes what waits; resolves to how many. Rejects as publishing rejects; call again. */
  run(): Promise<number>;
}

type Row = { id: string | number; topic: string; payload: string };

const BATCH = 100;
const LEASE = 30_000;

/**
 * Publish first, mark afterwards: a crash in between publishes a row again, with
 * the same id: a subscriber that fails repeats one, a process that dies a batch.
 *
 * ```
 *   take the lease ─▶ oldest rows ─▶ publish ─▶ mark ─▶ … ─▶ give the lease back
 * ```
 *
 * The lease keeps two replicas from publishing the same rows, and keeps order:
 * were rows claimed one by one, a second relay would overtake the first. It runs
 * out by itself when its holder dies. Nothing is published inside a transaction:
 * a subscriber that asks the database would wait for it, and it for the subscriber.
 */
export const createOutboxRelay = (options: RelayOptions): OutboxRelay => {
  const { database, events, clock, holder } = options;

  const takeLease = async (): Promise<boolean> => {
    const now = clock();
    const taken = await database('outbox_lease')
      .where('id', 1)
      .andWhere(free => free.where('until', '<', now).orWhere('holder', holder))
      .update({ holder, until: now + LEASE });
    return taken > 0;
  };

  const giveBack = () =>
    database('outbox_lease').where({ id: 1, holder }).update({ until: 0 });

  const waiting = (limit: number): Promise<Row[]> =>
    database('outbox_event')
      .select('id', 'topic', 'payload')
      .whereNull('published_at')
      .orderBy('id')
      .limit(limit);

  const publish = async ({ id, topic, payload }: Row) => {
    await events.publish({
      topic,
      eventPayload: { ...JSON.parse(payload), id: String(id) },
      metadata: { id: String(id) },
    });
  };

  const mark = (ids: Row['id'][]) =>
    database('outbox_event')
      .whereIn('id', ids)
      .update({ published_at: clock() });

  const publishBatch = async (): Promise<number> => {
    const rows = (await takeLease()) ? await waiting(BATCH) : [];
    const startedAt = clock();
    const published: Row['id'][] = [];
    try {
      for (const row of rows) {
        if (clock() - startedAt > LEASE / 2) {
          break; // slow subscribers: renew the lease before the next
        }
        await publish(row);
        published.push(row.id);
      }
    } finally {
      await mark(published);
    }
    return published.length;
  };

  return {
    async run() {
      let total = 0;
      // Most rounds find nothing, and a look costs no write.
      if ((await waiting(1)).length === 0) {
        return total;
      }
      try {
        for (let n = -1; n !== 0; total += n) {
          n = await publishBatch();
        }
      } finally {
        await giveBack();
      }
      return total;
    },
  };
};

import { Knex } from 'knex';
import { Clock } from '../clock';

/** Something that happened, on its way out. */
export type OutboxEvent<Events, Topic extends keyof Events = keyof Events> = {
  [T in Topic]: { topic: T; payload: Events[T] };
}[Topic];

/**
 * Remembers what to tell others in the same transaction as the change itself:
 * both happen, or neither.
 *
 * ```
 *   transaction ┬ change ─────────▶ tables
 *               └ append(event) ──▶ outbox_event ──▶ relay ──▶ events service
 * ```
 */
export interface Outbox<Events> {
  append(
    trx: Knex.Transaction,
    events: readonly OutboxEvent<Events>[],
  ): Promise<void>;
}

const BATCH = 100;

export const createOutbox = <Events>(options: {
  clock: Clock;
}): Outbox<Events> => ({
  async append(trx, events) {
    const created_at = options.clock();
    const rows = events.map(({ topic, payload }) => ({
      topic: String(topic),
      payload: JSON.stringify(payload),
      created_at,
    }));
    await trx.batchInsert('outbox_event', rows, BATCH);
  },
});

import { Knex } from 'knex';
import { Clock } from '../clock';

export type PruneOptions = {
  database: Knex;
  clock: Clock;
  /** published events stay this long, for those who ask what was told */
  keepFor?: number;
  /** events that wait beyond this are dropped, oldest first, and counted */
  cap?: number;
};

const DAY = 24 * 3_600_000;

const countLost = async (
  trx: Knex.Transaction,
  lost: Map<string, number>,
  last_at: number,
) => {
  for (const [topic, count] of lost) {
    await trx('outbox_loss')
      .insert({ topic, count, last_at })
      .onConflict('topic')
      .merge({
        count: trx.raw('?? + ?', ['outbox_loss.count', count]),
        last_at,
      });
  }
};

/** Drops what waits beyond the cap: nobody has listened for very long. */
const dropOverflow = async (
  trx: Knex.Transaction,
  { clock, cap }: { clock: Clock; cap: number },
) => {
  const edge = await trx('outbox_event')
    .select('id')
    .whereNull('published_at')
    .orderBy('id', 'desc')
    .offset(cap)
    .first();
  if (!edge) {
    return new Map<string, number>();
  }
  const overflow = () =>
    trx('outbox_event').whereNull('published_at').where('id', '<=', edge.id);
  const counts = await overflow()
    .groupBy('topic')
    .select('topic')
    .count('* as n');
  const lost = new Map(
    counts.map(({ topic, n }) => [String(topic), Number(n)] as const),
  );
  await overflow().delete();
  await countLost(trx, lost, clock());
  return lost;
};

/** Forgets what was published long ago; resolves to what was lost, by topic. */
export const pruneOutbox = async (
  options: PruneOptions,
): Promise<ReadonlyMap<string, number>> => {
  const { database, clock, keepFor = DAY, cap = 100_000 } = options;
  return database.transaction(async trx => {
    await trx('outbox_event')
      .where('published_at', '<', clock() - keepFor)
      .delete();
    return dropOverflow(trx, { clock, cap });
  });
};

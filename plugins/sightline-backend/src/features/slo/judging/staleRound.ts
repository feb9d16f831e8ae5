import { Knex } from 'knex';
import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** More than these are looked at in the next round. */
const atMost = 5_000;

/** Objectives whose last measurement became too old since it was judged. */
export const grownStale = async (
  database: Knex,
  now: Instant,
): Promise<string[]> => {
  const rows: { id: string }[] = await database('slo_status')
    .where('stale', false)
    .where('fresh_until', '<', now)
    .limit(atMost)
    .select('id');
  return rows.map(({ id }) => id);
};

/** Objectives that stand as they do because of what ails the source that measures them. */
export const ailingOf = async (
  database: Knex,
  measuredBy: readonly string[],
): Promise<string[]> => {
  if (measuredBy.length === 0) return [];
  const rows: { id: string }[] = await database('slo_objective as o')
    .join('slo_status as s', 's.id', 'o.id')
    .whereIn('o.measured_by', [...measuredBy])
    .where(ailing => ailing.whereNull('s.measured_at').orWhere('s.stale', true))
    .select('o.id');
  return rows.map(({ id }) => id);
};

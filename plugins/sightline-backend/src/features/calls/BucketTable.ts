import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { chunks } from '../../platform/chunks';
import { Bucket } from './engine/rollUp';

const CHUNK = 200;

/** PostgreSQL answers large numbers as text. */
export type BigNumber = number | string;

/** How counts are written, and which table they are kept in. */
export type BucketForm<Counts, Columns extends object> = {
  table: string;
  /** the column that holds the number of the edge or step */
  owner: string;
  toCounts(row: Columns): Counts;
  toColumns(counts: Counts): Columns;
  merge(a: Counts, b: Counts): Counts;
};

type Place = { of: number; width: Millis; at: Instant };
type PlacedRow<Columns> = Columns & { width: number; at: BigNumber };

/** Many owners and few moments: one question a moment, however many owners. */
const byMoment = <T extends Place>(places: readonly T[]): T[][] => {
  const moments = new Map<string, T[]>();
  for (const place of places) {
    const moment = `${place.width} ${place.at}`;
    const group = moments.get(moment);
    if (group) group.push(place);
    else moments.set(moment, [place]);
  }
  return [...moments.values()].flatMap(group => [...chunks(group, CHUNK)]);
};

/** Counts by owner and time; whoever writes holds the lock of the feature. */
export const createBucketTable = <Counts, Columns extends object>(
  form: BucketForm<Counts, Columns>,
) => {
  const { table, owner, toCounts, toColumns, merge } = form;

  const sameMoment = (trx: Knex, places: readonly Place[]) =>
    trx(table)
      .where({ width: places[0].width, at: places[0].at })
      .whereIn(
        owner,
        places.map(({ of }) => of),
      );

  const numberOf = (row: object) => (row as Record<string, number>)[owner];

  return {
    merge,
    /** Adds to what is kept; one bucket a place. */
    async add(
      trx: Knex.Transaction,
      buckets: readonly Bucket<Counts>[],
    ): Promise<void> {
      for (const group of byMoment(buckets)) {
        const rows = await sameMoment(trx, group);
        const kept = new Map(rows.map(row => [numberOf(row), toCounts(row)]));
        const merged = group.map(({ of, width, at, counts }) => {
          const before = kept.get(of);
          const now = before === undefined ? counts : merge(before, counts);
          return { [owner]: of, width, at, ...toColumns(now) };
        });
        await trx(table)
          .insert(merged)
          .onConflict([owner, 'width', 'at'])
          .merge();
      }
    },

    async remove(
      trx: Knex.Transaction,
      places: readonly Place[],
    ): Promise<void> {
      for (const group of byMoment(places)) {
        await sameMoment(trx, group).delete();
      }
    },

    /** The oldest of this width that begin before a moment. */
    async oldest(
      trx: Knex.Transaction,
      options: { width: Millis; before: Instant; limit: number },
    ): Promise<Bucket<Counts>[]> {
      const rows: PlacedRow<Columns>[] = await trx(table)
        .where('width', options.width)
        .where('at', '<', options.before)
        .orderBy(['at', owner])
        .limit(options.limit);
      return rows.map(row => ({
        of: numberOf(row),
        width: row.width,
        at: Number(row.at),
        counts: toCounts(row),
      }));
    },
  };
};

export type BucketTable<Counts> = ReturnType<
  typeof createBucketTable<Counts, object>
>;

import {
  OutsideName,
  SightlineEvents,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { Outbox } from '../../../platform/outbox/outbox';
import { breathe, chunks, inChunks } from '../../../platform/chunks';
import { lockState } from '../ServicesState';
import { afterAliasChange, AliasChange } from './afterAliasChange';
import { Fleet, FleetMatcher } from './FleetMatcher';
import {
  labelsOf,
  matchColumns,
  nameId,
  NameRow,
  newNameRow,
  outsideOf,
} from './nameRow';

export type NameStoreOptions = {
  database: Knex;
  outbox: Outbox<SightlineEvents>;
  clock: Clock;
  fleet: FleetMatcher;
  /** names kept for one source; more are counted as lost */
  cap: number;
};

export type NamesOrigin = {
  source: string;
  lost?(cause: string, count: number): void;
};

const CHUNK = 200;
/** A name seen every few seconds is written down every five minutes. */
const SEEN_STEP = 5 * 60_000;
const LONGEST = 400;

const isBounded = ({ name, namespace }: OutsideName) =>
  name !== '' && name.length <= LONGEST && namespace.length <= LONGEST;

const distinct = (names: readonly OutsideName[]) => [
  ...new Map(names.map(name => [nameId(name), name])).entries(),
];

/** Keeps the names outside systems use, each matched when it is first seen or says something new. */
export const createNameStore = (options: NameStoreOptions) => {
  const { database, outbox, clock, fleet, cap } = options;

  const insertNew = async (
    trx: Knex.Transaction,
    fresh: readonly OutsideName[],
    context: { from: NamesOrigin; now: number; current: Fleet },
  ): Promise<AliasChange[]> => {
    const { from, now, current } = context;
    const [{ n }] = await trx('services_name')
      .where('source', from.source)
      .count({ n: '*' });
    const room = Math.max(0, cap - Number(n));
    if (fresh.length > room) {
      from.lost?.(
        'more names than are kept for one source',
        fresh.length - room,
      );
    }
    const rows = fresh.slice(0, room).map(outside =>
      newNameRow({
        outside,
        source: from.source,
        now,
        match: current.matcher.match(outside),
      }),
    );
    await trx.batchInsert('services_name', rows, 100);
    return rows.map(after => ({ after }));
  };

  const touch = async (
    trx: Knex.Transaction,
    known: readonly { row: NameRow; outside: OutsideName }[],
    context: { now: number; current: Fleet },
  ): Promise<AliasChange[]> => {
    const { now, current } = context;
    const old = known.filter(
      ({ row }) => now - Number(row.last_seen) >= SEEN_STEP,
    );
    await trx('services_name')
      .whereIn(
        'id',
        old.map(({ row }) => row.id),
      )
      .update({ last_seen: now });
    const changes: AliasChange[] = [];
    for (const { row, outside } of known) {
      if (labelsOf(outside) !== row.labels) {
        const after = row.decided_by
          ? {}
          : matchColumns(current.matcher.match(outside));
        await trx('services_name')
          .where('id', row.id)
          .update({ labels: labelsOf(outside), ...after });
        changes.push({ before: row, after: { ...row, ...after } });
      }
    }
    return changes;
  };

  const acceptChunk = async (
    names: readonly (readonly [string, OutsideName])[],
    from: NamesOrigin,
  ) => {
    const current = await fleet.current();
    await database.transaction(async trx => {
      await lockState(trx);
      const now = clock();
      const rows: NameRow[] = await trx('services_name').whereIn(
        'id',
        names.map(([id]) => id),
      );
      const byId = new Map(rows.map(row => [row.id, row]));
      const fresh = names
        .filter(([id]) => !byId.has(id))
        .map(([, outside]) => outside);
      const known = names.flatMap(([id, outside]) => {
        const row = byId.get(id);
        return row ? [{ row, outside }] : [];
      });
      const changes = [
        ...(fresh.length > 0
          ? await insertNew(trx, fresh, { from, now, current })
          : []),
        ...(await touch(trx, known, { now, current })),
      ];
      await afterAliasChange(trx, changes, { outbox, now });
    });
  };

  /** Only what is new or stale needs the lock; most reports say nothing new. */
  const news = async (names: readonly (readonly [string, OutsideName])[]) => {
    const now = clock();
    const rows = await inChunks(
      names.map(([id]) => id),
      500,
      chunk =>
        database('services_name')
          .whereIn('id', chunk)
          .select('id', 'labels', 'last_seen'),
    );
    const byId = new Map(rows.map(row => [row.id, row]));
    return names.filter(([id, outside]) => {
      const row = byId.get(id);
      return (
        !row ||
        row.labels !== labelsOf(outside) ||
        now - Number(row.last_seen) >= SEEN_STEP
      );
    });
  };

  return {
    async accept(
      names: readonly OutsideName[],
      from: NamesOrigin,
    ): Promise<void> {
      const bounded = names.filter(isBounded);
      if (bounded.length < names.length) {
        from.lost?.(
          'names that are empty or too long',
          names.length - bounded.length,
        );
      }
      for (const chunk of chunks(await news(distinct(bounded)), CHUNK)) {
        await acceptChunk(chunk, from);
        await breathe();
      }
    },

    /** Matches these names again; decisions of people stand. */
    async rematch(ids: readonly string[], current: Fleet): Promise<number> {
      return database.transaction(async trx => {
        await lockState(trx);
        const rows: NameRow[] = await trx('services_name')
          .whereIn('id', [...ids])
          .whereNull('decided_by');
        const changes: AliasChange[] = [];
        for (const row of rows) {
          const columns = matchColumns(current.matcher.match(outsideOf(row)));
          if (
            columns.candidates !== row.candidates ||
            columns.state !== row.state ||
            columns.service !== row.service
          ) {
            await trx('services_name').where('id', row.id).update(columns);
            changes.push({ before: row, after: { ...row, ...columns } });
          }
        }
        await afterAliasChange(trx, changes, { outbox, now: clock() });
        return changes.length;
      });
    },
  };
};

export type NameStore = ReturnType<typeof createNameStore>;

import {
  Instant,
  Millis,
  ServiceRef,
  SightlineEvents,
} from '@sightline/backstage-plugin-sightline-common';
import { Measurement } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { breathe, chunks } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import { Outbox } from '../../../platform/outbox/outbox';
import { UpdateForm, updateMany } from '../../../platform/updateMany';
import { keepHour } from '../history/HistoryStore';
import { lockObjectives } from '../SloState';
import { InForce } from '../tables';
import {
  judge,
  Judged,
  JudgeSettings,
  StateChange,
  stateChangeOf,
  ToJudge,
} from './Judge';
import { hasMoved, isNews, movingTypes, stateRow } from './stateRow';

/** Objectives of one transaction: what a killed process leaves is whole objectives. */
const CHUNK = 200;

export type JudgementStoreOptions = {
  database: Knex;
  clock: Clock;
  outbox: Outbox<SightlineEvents>;
  settings: JudgeSettings;
};

/** Of what others want to hear. */
export type JudgedRound = {
  judged: number;
  /** rows that were written, of those judged */
  written: number;
  /** services of which something that shows is different */
  changed: Set<ServiceRef>;
};

type Loaded = Pick<ToJudge, 'inForce' | 'row'> & { id: string };

const moving = Object.keys(movingTypes).map(column => `k.${column}`);

const load = async (
  trx: Knex,
  ids: readonly string[],
): Promise<Map<string, Loaded>> => {
  const rows = await trx('slo_objective as o')
    .leftJoin('slo_status as s', 's.id', 'o.id')
    .leftJoin('slo_state as k', 'k.id', 'o.id')
    .whereIn('o.id', [...ids])
    .select('s.*', ...moving, { of: 'o.id' }, { stated: 'o.document' });
  return new Map(
    rows.map(({ of, stated, ...row }) => [
      of,
      {
        id: of,
        inForce: JSON.parse(stated) as InForce,
        ...(row.id !== null && { row }),
      },
    ]),
  );
};

/** Judges objectives and keeps how they stand, some at a time. */
export const createJudgementStore = (options: JudgementStoreOptions) => {
  const { database, clock, outbox, settings } = options;

  const keep = async (
    trx: Knex.Transaction,
    all: readonly Judged[],
    { anew }: { anew: boolean },
  ): Promise<JudgedRound> => {
    const now = clock();
    const round: JudgedRound = {
      ...{ judged: all.length, written: 0, changed: new Set() },
    };
    const differing = all.filter(one => anew || one.differs);
    await (anew ? rewrite(trx, differing) : update(trx, differing));
    await confirm(
      trx,
      all.filter(one => !anew && !one.differs),
    );
    await keepHour(trx, all);
    await tell(trx, now, all);
    round.written = differing.length;
    for (const { before, status, ...one } of all) {
      const after = { moving: one.moving, stale: status.stale };
      if (anew || !before || isNews(before, after)) {
        round.changed.add(one.inForce.objective.service);
      }
    }
    return round;
  };

  const tell = async (
    trx: Knex.Transaction,
    now: Instant,
    all: readonly Judged[],
  ) => {
    const changes = all.flatMap(one => stateChangeOf(one, now) ?? []);
    if (changes.length === 0) return;
    await trx.batchInsert('slo_mark', changes.map(toMark), 100);
    await outbox.append(
      trx,
      changes.map(({ service, objective, title, from, to, words, at }) => ({
        topic: 'sightline.objective.changed' as const,
        payload: { ref: service, objective, title, from, to, words, at },
      })),
    );
  };

  /** Within a transaction that holds the lock. */
  const judgeAll = async (
    trx: Knex.Transaction,
    ids: readonly string[],
    news?: ReadonlyMap<string, NonNullable<ToJudge['news']>>,
  ): Promise<Judged[]> => {
    const now = clock();
    const loaded = await load(trx, ids);
    return [...loaded.values()].flatMap(({ id, inForce, row }) => {
      const told = news?.get(id);
      // An older answer than the one that is kept says nothing any more.
      const isLate =
        told && Number(row?.measured_at ?? 0) > told.measurement.at;
      return isLate ? [] : [judge({ inForce, row, news: told }, settings, now)];
    });
  };

  const inRound = async <T>(
    items: readonly T[],
    work: (trx: Knex.Transaction, chunk: T[]) => Promise<JudgedRound>,
  ): Promise<JudgedRound> => {
    const sum: JudgedRound = { judged: 0, written: 0, changed: new Set() };
    for (const chunk of chunks(items, CHUNK)) {
      const round = await database.transaction(async trx => {
        await lockObjectives(trx);
        return work(trx, chunk);
      });
      sum.judged += round.judged;
      sum.written += round.written;
      round.changed.forEach(ref => sum.changed.add(ref));
      await breathe();
    }
    return sum;
  };

  return {
    /** What was measured now; of objectives that are in force, the others are dropped. */
    measured: (
      measurements: readonly Measurement[],
      validFor: Millis,
    ): Promise<JudgedRound> =>
      inRound(measurements, async (trx, chunk) => {
        const news = new Map(
          chunk.map(measurement => [
            measurement.objective,
            { measurement, validFor },
          ]),
        );
        const judged = await judgeAll(trx, [...news.keys()], news);
        return keep(trx, judged, { anew: false });
      }),

    /** By what is kept, as of now: because time has passed, or a reason changed. */
    again: (ids: readonly string[]): Promise<JudgedRound> =>
      inRound(ids, async (trx, chunk) =>
        keep(trx, await judgeAll(trx, chunk), { anew: false }),
      ),

    /** They were stated anew; the caller holds the lock and has written them. */
    stated: async (
      trx: Knex.Transaction,
      ids: readonly string[],
    ): Promise<JudgedRound> =>
      keep(trx, await judgeAll(trx, ids), { anew: true }),
  };
};

export type JudgementStore = ReturnType<typeof createJudgementStore>;

const toMark = ({ objective, words, source, at }: StateChange) => ({
  ...{ objective, words, source, kind: 'state', at: Date.parse(at) },
});

/** Only when it was measured, and for how long that holds, is different. */
const confirm = async (trx: Knex.Transaction, same: readonly Judged[]) => {
  const byTime = new Map<string, Judged[]>();
  for (const one of same) {
    const { measured_at, fresh_until } = one.columns;
    if (measured_at === (one.measuredBefore ?? null)) continue;
    const key = `${measured_at} ${fresh_until}`;
    byTime.set(key, [...(byTime.get(key) ?? []), one]);
  }
  for (const [{ columns }, ...more] of byTime.values()) {
    const { measured_at, fresh_until } = columns;
    const ids = [columns.id, ...more.map(one => one.columns.id)];
    await trx('slo_status')
      .whereIn('id', ids)
      .update({ measured_at, fresh_until });
  }
};

const write = async (
  trx: Knex.Transaction,
  table: string,
  rows: readonly object[],
) => {
  for (const chunk of chunks(rows, 100)) {
    await trx(table).insert(chunk).onConflict('id').merge();
  }
};

/** Everything about them: they are new, or were stated anew. */
const rewrite = async (trx: Knex.Transaction, all: readonly Judged[]) => {
  await write(
    trx,
    'slo_state',
    all.map(({ inForce, moving: keys }) => stateRow(inForce, keys)),
  );
  await write(
    trx,
    'slo_status',
    all.map(({ columns }) => columns),
  );
};

const stateForm: UpdateForm = {
  ...{ table: 'slo_state', key: 'id', columns: movingTypes },
};

const statusForm: UpdateForm = {
  ...{ table: 'slo_status', key: 'id' },
  columns: {
    measured_at: 'bigint',
    fresh_until: 'bigint',
    stale: 'boolean',
    before: 'text',
    kept: 'text',
    document: 'text',
  },
};

/** What moves as they are measured; lists' rows only where they would show it. */
const update = async (trx: Knex.Transaction, all: readonly Judged[]) => {
  const moved = all.filter(
    ({ before, moving: after }) => !before || hasMoved(before.moving, after),
  );
  await updateMany(
    trx,
    stateForm,
    moved.map(({ inForce, moving: keys }) => ({
      ...{ ...keys, id: inForce.objective.id },
    })),
  );
  await updateMany(
    trx,
    statusForm,
    all.map(({ columns }) => columns),
  );
};

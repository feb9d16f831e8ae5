import {
  Instant,
  Millis,
  Roster,
  RosterShift,
} from '@sightline/backstage-plugin-sightline-common';
import { OnCallReport } from '@sightline/backstage-plugin-sightline-node';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { chunks } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import { historyKeptFor } from '../historyKeptFor';
import { boundReport } from './boundReport';
import { pastOf, PastSlot } from './pastOf';

/** Who says it, as of when, and where losses are counted. */
export type RosterOrigin = {
  /** id of the source */
  source: string;
  freshFor: Millis;
  lost?(cause: string, count: number): void;
};

type Row = {
  id: string;
  source: string;
  hash: string;
  document: string;
  observed_at: number | string;
  fresh_for: number | string;
  past_until: number | string;
  fault: string | null;
  gone_at: number | string | null;
};

/** A roster as it was last read. */
export type KeptRoster = {
  id: string;
  source: string;
  roster: Roster;
  observedAt: Instant;
  freshFor: Millis;
  pastUntil: Instant;
  /** why it could not be read again */
  fault?: string;
  /** since when the source no longer has it */
  goneAt?: Instant;
};

const CHUNK = 50;

const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

const toKept = (row: Row): KeptRoster => ({
  ...{ id: row.id, source: row.source, roster: JSON.parse(row.document) },
  observedAt: Number(row.observed_at),
  freshFor: Number(row.fresh_for),
  pastUntil: Number(row.past_until),
  ...(row.fault !== null && { fault: row.fault }),
  ...(row.gone_at !== null && { goneAt: Number(row.gone_at) }),
});

type Writing = { trx: Knex.Transaction; now: Instant };

/** Grows the last stretch where it goes on, and adds the rest. */
const addPast = async (
  { trx }: Pick<Writing, 'trx'>,
  roster: string,
  slots: readonly PastSlot[],
) => {
  for (const { level, from, to, who } of slots) {
    const grown = await trx('oncall_past')
      .where({ roster, level, to_at: from, who: JSON.stringify(who) })
      .update({ to_at: to });
    if (grown > 0) continue;
    await trx('oncall_past')
      .insert({
        ...{ roster, level, from_at: from, to_at: to },
        who: JSON.stringify(who),
      })
      .onConflict(['roster', 'level', 'from_at'])
      .merge();
  }
};

/**
 * Keeps what sources say about who is on call, and of what they said all that has
 * passed: a report says nothing about yesterday that was not said before.
 *
 * ```
 *   report at 10:00   ├ Ana ──────┼ Ben ───────
 *   report at 12:00        ├ Dan ─┼ Ben ───────
 *   history at 12:00  ├ Ana ┤                     until noon it was Ana
 * ```
 */
export const createRosterStore = (options: {
  database: Knex;
  clock: Clock;
}) => {
  const { database, clock } = options;
  const table = () => database<Row>('oncall_roster');
  let cached: { key: string; rosters: KeptRoster[] } | undefined;

  const settlePast = async ({ trx, now }: Writing, row: Row) => {
    const before = toKept(row);
    const { roster, pastUntil } = before;
    const until = before.goneAt ?? now;
    await addPast({ trx }, row.id, pastOf(roster, pastUntil, until));
  };

  const keepOne = async (
    { trx, now }: Writing,
    roster: Roster,
    { source, freshFor }: RosterOrigin,
  ) => {
    const id = JSON.stringify([source, roster.id]);
    const before: Row | undefined = await trx('oncall_roster')
      .where({ id })
      .forUpdate()
      .first();
    if (before) await settlePast({ trx, now }, before);
    else await addPast({ trx }, id, pastOf(roster, roster.covers.from, now));
    const document = JSON.stringify(roster);
    const row = {
      ...{ id, source, hash: hashOf(document), document, observed_at: now },
      ...{ fresh_for: freshFor, past_until: now, fault: null, gone_at: null },
    };
    await trx('oncall_roster').insert(row).onConflict('id').merge();
  };

  const endOthers = async (
    { trx, now }: Writing,
    report: OnCallReport,
    { source }: RosterOrigin,
  ) => {
    const idOf = (roster: string) => JSON.stringify([source, roster]);
    const there = new Set(report.rosters.map(({ id }) => idOf(id)));
    const faults = new Map(
      report.unread.map(({ id, fault }) => [idOf(id), fault]),
    );
    const rows: Row[] = await trx('oncall_roster').where({ source });
    for (const row of rows) {
      if (there.has(row.id) || row.gone_at !== null) continue;
      const fault = faults.get(row.id);
      if (fault !== undefined) {
        await trx('oncall_roster').where({ id: row.id }).update({ fault });
        continue;
      }
      await settlePast({ trx, now }, row);
      const gone = { gone_at: now, past_until: now };
      await trx('oncall_roster').where({ id: row.id }).update(gone);
    }
  };

  return {
    /** answers for whom the rosters of the source are, before and after */
    async accept(said: OnCallReport, from: RosterOrigin): Promise<string[]> {
      const report = boundReport(said, from.lost);
      const now = clock();
      const before: Row[] = await table().where({ source: from.source });
      for (const chunk of chunks(report.rosters, CHUNK)) {
        await database.transaction(async trx => {
          for (const roster of chunk) await keepOne({ trx, now }, roster, from);
        });
      }
      await database.transaction(trx => endOthers({ trx, now }, report, from));
      const old = before.map(row => toKept(row).roster);
      return [...new Set([...old, ...report.rosters].flatMap(one => one.for))];
    },

    /** parsed once a report */
    async all(): Promise<KeptRoster[]> {
      const known = await table()
        .select('id', 'hash', 'observed_at', 'fault', 'gone_at')
        .orderBy('id');
      const key = JSON.stringify(known);
      if (cached?.key !== key) {
        const rows = await table().orderBy('id');
        cached = { key, rosters: (rows as Row[]).map(toKept) };
      }
      return cached.rosters;
    },

    /** What was said about a time that has passed. */
    async past(
      roster: string,
      range: { from: Instant; to: Instant },
    ): Promise<{
      covers?: { from: Instant; to: Instant };
      shifts: RosterShift[];
    }> {
      const rows: {
        level: number;
        from_at: number | string;
        to_at: number | string;
        who: string;
      }[] = await database('oncall_past')
        .where({ roster })
        .andWhere('to_at', '>', range.from)
        .andWhere('from_at', '<', range.to)
        .orderBy(['level', 'from_at']);
      const first = rows.filter(({ level }) => level === 1);
      const shifts = rows.flatMap(({ level, from_at, to_at, who }) =>
        (JSON.parse(who) as PastSlot['who']).map(person => ({
          ...{ level, person, from: Number(from_at), to: Number(to_at) },
        })),
      );
      return {
        shifts,
        ...(first.length > 0 && {
          covers: {
            from: Number(first[0].from_at),
            to: Number(first.at(-1)?.to_at),
          },
        }),
      };
    },

    async forget(): Promise<void> {
      const before = clock() - historyKeptFor;
      await database('oncall_past').where('to_at', '<', before).delete();
      await table().where('gone_at', '<', before).delete();
    },
  };
};

export type RosterStore = ReturnType<typeof createRosterStore>;

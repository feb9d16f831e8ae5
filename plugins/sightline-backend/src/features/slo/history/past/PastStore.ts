import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { breathe, chunks } from '../../../../platform/chunks';
import { cellWidths, rowOf } from '../../engine/history/cells';
import { pastSpan, pauseAfter } from '../../engine/history/pastSpan';
import { periodOf } from '../../objectives/engine/periodOf';
import { BigNumber, InForce } from '../../tables';

const { hour, day } = cellWidths;
const CHUNK = 200;
/** Those that stand alone cost a question each. */
const aloneAtOnce = 20;
/** Of those that one question is enough for. */
const kinAtOnce = 10_000;

type PastColumns = {
  objective: string;
  measured_by: string;
  /** those of one question have one; '' stands alone */
  kin: string;
  state: 'asking' | 'reckoning' | 'done';
  begins: BigNumber;
  ends: BigNumber;
  reached: BigNumber;
  tries: number;
  not_before: BigNumber;
  words: string | null;
};

/** Objectives whose past is filled as far, to be asked about together. */
export type PastGroup = {
  objectives: string[];
  begins: Instant;
  reached: Instant;
  tries: number;
  /** how many the system answers about, asked about now or not */
  answered: number;
};

const kinOf = ({ indicator, objective }: InForce): string => {
  if (indicator.by !== 'template') return '';
  const { service, ...question } = indicator;
  return createHash('sha256')
    .update(JSON.stringify([question, objective.budgeting]))
    .digest('base64url')
    .slice(0, 22);
};

/** Remembers of which objectives the past was filled, and how far. */
export const createPastStore = (database: Knex) => {
  const toRow = (one: InForce, now: Instant, hasPast: boolean): PastColumns => {
    const { id, measuredBy, window } = one.objective;
    const { begins, ends } = pastSpan(periodOf(window), now);
    return {
      ...{ objective: id, measured_by: measuredBy, kin: kinOf(one) },
      ...{ state: hasPast ? 'done' : 'asking', begins, ends, reached: ends },
      ...{ tries: 0, not_before: 0, words: null },
    };
  };

  /** Those that were measured live for longer than a day. */
  const withHistory = async (ids: string[], now: Instant) => {
    const rows: { objective: string }[] = await database('slo_history')
      .whereIn('objective', ids)
      .where({ width: hour })
      .where('at', '<', rowOf(now - day, hour))
      .distinct('objective');
    return new Set(rows.map(({ objective }) => objective));
  };

  const unknownYet = (measurers: readonly string[]) =>
    database('slo_objective as o')
      .leftJoin('slo_past as p', 'p.objective', 'o.id')
      .whereNull('p.objective')
      .whereIn('o.measured_by', [...measurers])
      .orderBy('o.id')
      .limit(CHUNK)
      .select<{ id: string; document: string }[]>('o.id', 'o.document');

  /** The first that is due: alone before kin, what failed less often, what is latest. */
  const nextOf = (measuredBy: string, now: Instant) =>
    database<PastColumns>('slo_past')
      .where({ measured_by: measuredBy, state: 'asking' })
      .where('not_before', '<=', now)
      .orderByRaw("case when kin = '' then 0 else 1 end")
      .orderBy(['tries', { column: 'reached', order: 'desc' }, 'kin'])
      .first();

  const update = async (
    trx: Knex,
    ids: readonly string[],
    columns: Partial<PastColumns>,
  ) => {
    for (const chunk of chunks(ids, CHUNK)) {
      await trx('slo_past').whereIn('objective', chunk).update(columns);
    }
  };

  return {
    update,

    /** Of objectives that are in force no more nothing is remembered. */
    async forgetGone(): Promise<void> {
      await database('slo_past')
        .whereNotIn('objective', database('slo_objective').select('id'))
        .delete();
    },

    async noteNew(measurers: readonly string[], now: Instant): Promise<void> {
      for (let more = true; more; ) {
        const rows = await unknownYet(measurers);
        const ids = rows.map(({ id }) => id);
        const known = await withHistory(ids, now);
        const noted = rows.map(({ id, document }) =>
          toRow(JSON.parse(document), now, known.has(id)),
        );
        await database.batchInsert('slo_past', noted, 80);
        more = rows.length === CHUNK;
        await breathe();
      }
    },

    async nextGroup(
      measuredBy: string,
      now: Instant,
    ): Promise<PastGroup | undefined> {
      const first = await nextOf(measuredBy, now);
      if (!first) return undefined;
      const { kin, reached, tries } = first;
      const rows: Pick<PastColumns, 'objective' | 'begins'>[] = await database(
        'slo_past',
      )
        .where({ ...{ measured_by: measuredBy, state: 'asking' }, kin })
        .where({ reached, tries })
        .where('not_before', '<=', now)
        .orderBy('objective')
        .limit(kin === '' ? aloneAtOnce : kinAtOnce)
        .select('objective', 'begins');
      const all = await database('slo_past').where({ kin }).count({ n: '*' });
      return {
        objectives: rows.map(({ objective }) => objective),
        begins: Math.min(...rows.map(({ begins }) => Number(begins))),
        ...{ reached: Number(reached), tries },
        answered: kin === '' ? rows.length : Number(all[0].n),
      };
    },

    /** They could not be asked about now. */
    async failed(ids: readonly string[], tries: number, now: Instant) {
      await update(database, ids, {
        ...{ tries: tries + 1, not_before: now + pauseAfter(tries + 1) },
      });
    },

    /** Those of which all hours are there and the budget is not reckoned yet. */
    async toReckon(
      atMost: number,
    ): Promise<{ begins: Instant; ends: Instant; inForce: InForce }[]> {
      const rows: (PastColumns & { document: string })[] = await database(
        'slo_past as p',
      )
        .join('slo_objective as o', 'o.id', 'p.objective')
        .where('p.state', 'reckoning')
        .orderBy('p.objective')
        .limit(atMost)
        .select('p.*', 'o.document');
      return rows.map(({ begins, ends, document }) => ({
        ...{ begins: Number(begins), ends: Number(ends) },
        inForce: JSON.parse(document),
      }));
    },
  };
};

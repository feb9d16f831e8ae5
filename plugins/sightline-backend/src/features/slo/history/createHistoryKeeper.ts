import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import {
  cellWidths,
  dayOf,
  readCells,
  rowOf,
  writeCell,
} from '../engine/history/cells';
import { BigNumber } from '../tables';
import { addCells } from './HistoryStore';

const { hour, day } = cellWidths;

/** Hours are kept for 90 days, days for 13 months. */
export const hoursKeptFor = 90 * day;
export const daysKeptFor = 396 * day;
/** A day becomes one cell two days after it ended: late measurements are in. */
const rolledUpAfter = 2 * day;
const CHUNK = 200;

export type HistoryKeeperOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  /** rows of a day of hours; beyond it the oldest days go first, and it is said */
  rowsAtMost?: number;
};

type Row = { objective: string; at: BigNumber; cells: string };

/** Rolls up, forgets what is old, and keeps the past from growing without end. */
export const createHistoryKeeper = (options: HistoryKeeperOptions) => {
  const { database, clock, logger, rowsAtMost = 3_000_000 } = options;

  const ofDay = (at: Instant, after: string): Promise<Row[]> =>
    database('slo_history')
      .where({ width: hour, at })
      .where('objective', '>', after)
      .orderBy('objective')
      .limit(CHUNK)
      .select('objective', 'at', 'cells');

  type Days = Parameters<typeof addCells>[2];

  /** What a round before, cut off or not, has written already. */
  const notYetKept = async (days: Days): Promise<Days> => {
    if (days.length === 0) return days;
    const rows: Row[] = await database('slo_history')
      .where({ width: day, at: rowOf(days[0].cell.at, day) })
      .whereIn(
        'objective',
        days.map(({ objective }) => objective),
      )
      .select('objective', 'at', 'cells');
    const kept = new Map(
      rows.map(row => [row.objective, row.cells.split(' ')]),
    );
    return days.filter(
      ({ objective, cell }) =>
        !kept.get(objective)?.includes(writeCell(cell, day)),
    );
  };

  /** Done again, it writes nothing: a round that is cut off does no harm. */
  const rollUpDay = async (at: Instant, signal: AbortSignal) => {
    let after = '';
    for (let more = true; more && !signal.aborted; ) {
      const rows = await ofDay(at, after);
      const days = rows.map(({ objective, cells }) => ({
        objective,
        cell: dayOf(readCells({ at, cells }, hour)),
      }));
      await addCells(database, day, await notYetKept(days));
      more = rows.length === CHUNK;
      after = rows[rows.length - 1]?.objective ?? after;
      await breathe();
    }
  };

  const prune = async (now: Instant) => {
    const old = (width: number, before: Instant) =>
      database('slo_history').where({ width }).where('at', '<', before);
    await old(hour, now - hoursKeptFor).delete();
    await old(day, now - daysKeptFor).delete();
    await database('slo_mark')
      .where('at', '<', now - daysKeptFor)
      .delete();
  };

  /** Days of hours go as a whole, the oldest first; their days stay. */
  const cap = async () => {
    const [{ n }] = await database('slo_history')
      .where({ width: hour })
      .count({ n: '*' });
    if (Number(n) <= rowsAtMost) return;
    const oldest = await database('slo_history')
      .where({ width: hour })
      .min({ at: 'at' })
      .first();
    const at = Number(oldest?.at);
    const lost = await database('slo_history')
      .where({ width: hour, at })
      .delete();
    logger.warn(
      `Dropped ${lost} days of hourly history of objectives: more than ${rowsAtMost} are kept by nobody`,
    );
    await cap();
  };

  let rolledUpTo: Instant | undefined;

  return {
    /** Once an hour; days that were rolled up before are not again, as far as this process knows. */
    async run(signal: AbortSignal): Promise<void> {
      const now = clock();
      const last = Math.floor((now - rolledUpAfter) / day) * day;
      // After a start the last week is looked at again: it may have been cut off.
      const from = rolledUpTo ?? last - 7 * day;
      for (let at = from + day; at <= last && !signal.aborted; at += day) {
        await rollUpDay(at, signal);
        rolledUpTo = at;
      }
      await prune(now);
      await cap();
    },
  };
};

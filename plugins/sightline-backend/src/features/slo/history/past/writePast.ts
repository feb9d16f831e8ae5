import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { chunks } from '../../../../platform/chunks';
import {
  Cell,
  cellWidths,
  dayOf,
  mergeCells,
  rowOf,
  writeCell,
} from '../../engine/history/cells';
import {
  ReckonedFor,
  reckonRemaining,
} from '../../engine/history/reckonRemaining';
import { BigNumber } from '../../tables';

const { hour, day } = cellWidths;

type Row = { at: Instant; cells: string };

const byRow = (cells: readonly Cell[], width: number): Row[] => {
  const rows = new Map<Instant, string[]>();
  for (const cell of cells) {
    const at = rowOf(cell.at, width);
    rows.set(at, [...(rows.get(at) ?? []), writeCell(cell, width)]);
  }
  return [...rows].map(([at, texts]) => ({ at, cells: texts.join(' ') }));
};

/** Puts cells before those that are kept: what was measured live stays the last word. */
export const putBefore = async (
  trx: Knex,
  width: number,
  past: readonly { objective: string; cells: readonly Cell[] }[],
): Promise<void> => {
  const rows = past.flatMap(({ objective, cells }) =>
    byRow(cells, width).map(row => ({ objective, width, ...row })),
  );
  for (const chunk of chunks(rows, 100)) {
    await trx('slo_history')
      .insert(chunk)
      .onConflict(['objective', 'width', 'at'])
      .merge({ cells: trx.raw("excluded.cells || ' ' || slo_history.cells") });
  }
};

const readRows = async (
  database: Knex,
  place: { objective: string; width: number },
  { from, to }: { from: Instant; to: Instant },
): Promise<Row[]> => {
  const rows: { at: BigNumber; cells: string }[] = await database('slo_history')
    .where(place)
    .whereBetween('at', [rowOf(from, place.width), to])
    .orderBy('at')
    .select('at', 'cells');
  return rows.map(({ at, cells }) => ({ at: Number(at), cells }));
};

const daysWithout = (days: readonly Row[], reckoned: readonly Cell[]) => {
  const known = new Set(
    days.flatMap(row => mergeCells(row, day).map(({ at }) => at)),
  );
  const hours = new Map<Instant, Cell[]>();
  for (const cell of reckoned) {
    const at = Math.floor(cell.at / day) * day;
    if (!known.has(at)) hours.set(at, [...(hours.get(at) ?? []), cell]);
  }
  return [...hours.values()].map(cells => dayOf(cells));
};

/**
 * Fills in what was left of the budget hour by hour, and the days. A row to which
 * something was added meanwhile stays as it is: then it is done again.
 *
 * @returns whether all is written
 */
export const reckonPast = async (
  database: Knex,
  {
    begins,
    ends,
    ...how
  }: { begins: Instant; ends: Instant } & Omit<ReckonedFor, 'from'>,
): Promise<boolean> => {
  const objective = how.objective.id;
  const range = { from: begins, to: ends };
  const rows = await readRows(database, { objective, width: hour }, range);
  const cells = reckonRemaining(
    rows.flatMap(row => mergeCells(row, hour)),
    { ...how, from: begins },
  );
  const reckoned = new Map(byRow(cells, hour).map(row => [row.at, row.cells]));
  let isWhole = true;
  await database.transaction(async trx => {
    for (const { at, cells: before } of rows) {
      const written = await trx('slo_history')
        .where({ objective, width: hour, at, cells: before })
        .update({ cells: reckoned.get(at) });
      isWhole &&= written > 0;
    }
    const days = await readRows(trx, { objective, width: day }, range);
    // The last two are made of their hours like all others that follow.
    const past = cells.filter(
      ({ at }) => at < Math.floor(ends / day) * day - day,
    );
    await putBefore(trx, day, [{ objective, cells: daysWithout(days, past) }]);
  });
  return isWhole;
};

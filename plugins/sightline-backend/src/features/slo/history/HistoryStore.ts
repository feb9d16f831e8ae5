import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { chunks } from '../../../platform/chunks';
import { cellOf, endsAnHour } from '../engine/history/cellOf';
import { Cell, cellWidths, rowOf, writeCell } from '../engine/history/cells';
import { Judged } from '../judging/Judge';

const { hour } = cellWidths;

/** Puts cells behind those that are kept; of one place the last one holds. */
export const addCells = async (
  trx: Knex,
  width: number,
  cells: readonly { objective: string; cell: Cell }[],
): Promise<void> => {
  const rows = cells.map(({ objective, cell }) => ({
    ...{ objective, width },
    at: rowOf(cell.at, width),
    cells: writeCell(cell, width),
  }));
  for (const chunk of chunks(rows, 200)) {
    await trx('slo_history')
      .insert(chunk)
      .onConflict(['objective', 'width', 'at'])
      .merge({
        cells: trx.raw("slo_history.cells || ' ' || excluded.cells"),
      });
  }
};

/** The first measurement of an hour tells how the hour before ended. */
export const keepHour = async (
  trx: Knex,
  judged: readonly Judged[],
): Promise<void> => {
  const isDue = ({ measurement, measuredBefore }: Judged) =>
    measurement !== undefined && endsAnHour(measurement.at, measuredBefore);
  const due = judged.filter(isDue).map(({ status, measurement }) => ({
    objective: status.objective.id,
    cell: cellOf(status, measurement!),
  }));
  await addCells(trx, hour, due);
};

/** What happened to an objective, to be shown on its past. */
export type KeptMark = {
  objective: string;
  at: Instant;
  kind: 'objective' | 'state';
  words: string;
  source: string;
};

export const addMarks = async (
  trx: Knex,
  marks: readonly KeptMark[],
): Promise<void> => {
  for (const chunk of chunks(marks, 100)) {
    await trx('slo_mark').insert(chunk);
  }
};

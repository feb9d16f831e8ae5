import {
  Instant,
  Millis,
  ObjectivePoint,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';

const hour: Millis = 3_600_000;
const day: Millis = 24 * hour;

/**
 * How the past is kept: cells of an hour, a day of them in one row; later cells
 * of a day, 32 of them in one row.
 */
export const cellWidths = { hour, day } as const;

const rowLength: Record<number, Millis> = { [hour]: day, [day]: 32 * day };

/** Where the row begins that holds the cell of this moment. */
export const rowOf = (at: Instant, width: Millis): Instant =>
  Math.floor(at / rowLength[width]) * rowLength[width];

/** What is known of one hour or day. */
export type Cell = {
  /** where it begins */
  at: Instant;
  remaining?: number;
  total?: number;
  bad?: number;
  burn?: number;
};

const short = (value: number | undefined) =>
  value === undefined ? '' : String(Number(value.toPrecision(6)));

/** `13:0.712:120000:84:0.9`: an unknown one is left empty. */
export const writeCell = (cell: Cell, width: Millis): string => {
  const place = Math.floor((cell.at - rowOf(cell.at, width)) / width);
  const { remaining, total, bad, burn } = cell;
  return [place, ...[remaining, total, bad, burn].map(short)].join(':');
};

const figure = (text: string | undefined) =>
  text === undefined || text === '' ? undefined : Number(text);

type Row = { at: Instant; cells: string };

/** Cells of one row by time; of one place the last that was written holds. */
export const readCells = (row: Row, width: Millis): Cell[] =>
  readMerged(row, width, (_before, cell) => cell);

/** Of one place all that was written is put together; the last holds, figure by figure. */
export const mergeCells = (row: Row, width: Millis): Cell[] =>
  readMerged(row, width, (before, cell) => ({ ...before, ...cell }));

const readMerged = (
  { at, cells }: Row,
  width: Millis,
  merge: (before: Cell | undefined, cell: Cell) => Cell,
): Cell[] => {
  const byPlace = new Map<number, Cell>();
  for (const text of cells.split(' ').filter(Boolean)) {
    const [place, remaining, total, bad, burn] = text.split(':');
    const cell: Cell = { at: at + Number(place) * width };
    const figures = { remaining, total, bad, burn };
    for (const [name, value] of Object.entries(figures)) {
      const known = figure(value);
      if (known !== undefined) cell[name as keyof Cell] = known;
    }
    byPlace.set(Number(place), merge(byPlace.get(Number(place)), cell));
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at);
};

export const toPoint = ({ at, ...known }: Cell): ObjectivePoint => ({
  at: toIso(at),
  ...known,
});

const sumOf = (values: readonly (number | undefined)[]): number | undefined => {
  let sum: number | undefined;
  for (const value of values) {
    if (value !== undefined) sum = (sum ?? 0) + value;
  }
  return sum;
};

/**
 * Hours of one day as that day: what was left at its end, all that was counted in
 * it, and the burn by what was counted; without counts the mean of the hours.
 */
export const dayOf = (hours: readonly Cell[]): Cell => {
  const at = Math.floor(hours[0].at / day) * day;
  const total = sumOf(hours.map(cell => cell.total));
  const bad = sumOf(hours.map(cell => cell.bad));
  const burns = hours.filter(({ burn }) => burn !== undefined);
  const weight = ({ total: events }: Cell) => (total ? events ?? 0 : 1);
  const weights = sumOf(burns.map(weight));
  const burn = sumOf(burns.map(cell => cell.burn! * weight(cell)));
  const remaining = hours.filter(cell => cell.remaining !== undefined).pop();
  return {
    at,
    ...(remaining && { remaining: remaining.remaining }),
    ...(total !== undefined && { total }),
    ...(bad !== undefined && { bad }),
    ...(burn !== undefined && weights ? { burn: burn / weights } : {}),
  };
};

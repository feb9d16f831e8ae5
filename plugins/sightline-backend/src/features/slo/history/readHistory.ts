import {
  Evidence,
  Instant,
  ObjectiveHistory,
  ObjectiveStatus,
  TimelineMark,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import {
  Cell,
  cellWidths,
  dayOf,
  readCells,
  rowOf,
  toPoint,
} from '../engine/history/cells';
import { BigNumber } from '../tables';
import { daysKeptFor, hoursKeptFor } from './createHistoryKeeper';
import { TimelineMarks } from './TimelineMarks';

const { hour, day } = cellWidths;
/** More points than this nobody can tell apart. */
const hoursShown = 31 * day;
const marksAtMost = 500;

type Range = { from: Instant; to: Instant };

/** Hours where all of it is kept as hours and not too long, else days. */
const resolutionOf = (
  { from, to }: Range,
  now: Instant,
): ObjectiveHistory['resolution'] =>
  from >= now - hoursKeptFor && to - from <= hoursShown ? 'hour' : 'day';

const readWidth = async (
  database: Knex,
  objective: string,
  width: number,
  { from, to }: Range,
): Promise<Cell[]> => {
  const rows: { at: BigNumber; cells: string }[] = await database('slo_history')
    .where({ objective, width })
    .where('at', '>=', rowOf(from, width))
    .where('at', '<=', to)
    .orderBy('at')
    .select('at', 'cells');
  return rows
    .flatMap(row => readCells({ at: Number(row.at), cells: row.cells }, width))
    .filter(({ at }) => at + width > from && at <= to);
};

/** Days that are not rolled up yet are made of their hours. */
const readDays = async (
  database: Knex,
  objective: string,
  range: Range,
): Promise<Cell[]> => {
  const days = await readWidth(database, objective, day, range);
  const end = days.length > 0 ? days[days.length - 1].at + day : range.from;
  const hours = await readWidth(database, objective, hour, {
    from: Math.max(end, range.to - 7 * day),
    to: range.to,
  });
  const byDay = new Map<number, Cell[]>();
  for (const cell of hours) {
    const at = Math.floor(cell.at / day) * day;
    if (at >= end) byDay.set(at, [...(byDay.get(at) ?? []), cell]);
  }
  return [...days, ...[...byDay.values()].map(cells => dayOf(cells))];
};

type MarkRow = {
  at: BigNumber;
  kind: TimelineMark['kind'];
  words: string;
  source: string;
};

const ownMarks = async (
  database: Knex,
  objective: string,
  { from, to }: Range,
): Promise<TimelineMark[]> => {
  const rows: MarkRow[] = await database('slo_mark')
    .where({ objective })
    .whereBetween('at', [from, to])
    .orderBy('at', 'desc')
    .limit(marksAtMost)
    .select('at', 'kind', 'words', 'source');
  return rows.map(({ at, kind, words, source }) => ({
    ...{ at: toIso(Number(at)), kind, words },
    evidence: { source, observedAt: toIso(Number(at)), validFor: daysKeptFor },
  }));
};

/** How an objective went, with what happened meanwhile. */
export const readHistory = async (options: {
  database: Knex;
  status: ObjectiveStatus;
  range: Range;
  marks: TimelineMarks;
  now: Instant;
}): Promise<ObjectiveHistory> => {
  const { database, status, range, now } = options;
  const { id, service, target } = status.objective;
  const resolution = resolutionOf(range, now);
  const cells = await (resolution === 'hour'
    ? readWidth(database, id, hour, range)
    : readDays(database, id, range));
  const marks = [
    ...(await ownMarks(database, id, range)),
    ...(await options.marks.read(service, range)),
  ];
  const evidence: Evidence | undefined = status.evidence;
  return {
    ...{ objective: id, resolution, target },
    points: cells.map(toPoint),
    marks: marks.sort((a, b) => (a.at < b.at ? -1 : 1)),
    ...(evidence && { evidence }),
  };
};

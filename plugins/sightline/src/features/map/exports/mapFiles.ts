import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { Cell, csvLine } from '../../../ui/csvLine';
import { CallRow, callRows } from '../table/mapRows';

type Column = [title: string, read: (row: CallRow) => Cell];

const columns: Column[] = [
  ['caller', row => row.from],
  ['callee', row => row.to],
  ['caller id', ({ edge }) => edge.from],
  ['callee id', ({ edge }) => edge.to],
  ['calls', ({ edge }) => edge.figures.calls],
  ['errors', ({ edge }) => edge.figures.errors],
  ['error ratio', ({ edge }) => edge.figures.errorRatio],
  ['calls a second', ({ edge }) => edge.figures.perSecond],
  ['p50 ms', ({ edge }) => edge.figures.p50],
  ['p95 ms', ({ edge }) => edge.figures.p95],
  ['modes', ({ edge }) => edge.modes.join(' ')],
  ['protocols', ({ edge }) => edge.protocols.join(' ')],
  ['evidence', ({ edge }) => edge.evidence.join(' ')],
  ['verdict', ({ edge }) => edge.verdict],
  ['edges it stands for', ({ edge }) => edge.merged],
];

const comparedColumns: Column[] = [
  ['change', ({ edge }) => edge.change],
  ['calls before', ({ edge }) => edge.before?.calls],
  ['errors before', ({ edge }) => edge.before?.errors],
  ['p95 ms before', ({ edge }) => edge.before?.p95],
];

/** A line an edge, of exactly those that are shown. */
export function mapCsv(map: CallMap): string {
  const all = map.compared ? [...columns, ...comparedColumns] : columns;
  return [
    all.map(([title]) => title),
    ...callRows(map).map(row => all.map(([, read]) => read(row))),
  ]
    .map(csvLine)
    .join('');
}

/** The whole answer, with what it leaves out and how old it is. */
export const mapJson = (map: CallMap): string => JSON.stringify(map, null, 2);

/** "map-2026-11-21": the day on which its window ends. */
export const fileName = ({ window }: Pick<CallMap, 'window'>): string =>
  `map-${window.to.slice(0, 10)}`;

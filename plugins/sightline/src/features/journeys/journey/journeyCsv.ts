import {
  Journey,
  JourneyHop,
} from '@sightline/backstage-plugin-sightline-common';
import { Cell, csvLine } from '../../../ui/csvLine';

const columns: [title: string, read: (hop: JourneyHop) => Cell][] = [
  ['hop', hop => hop.id],
  ['parent', hop => hop.parent],
  ['depth', hop => hop.depth],
  ['callee', hop => hop.callee.name],
  ['entity', hop => hop.callee.entity],
  ['kind', hop => hop.callee.kind],
  ['operation', hop => hop.operation],
  ['protocol', hop => hop.protocol],
  ['mode', hop => hop.mode],
  ['share', hop => hop.share],
  ['times', hop => hop.times],
  ['calls', hop => hop.figures.calls],
  ['errors', hop => hop.figures.errors],
  ['errorRatio', hop => hop.figures.errorRatio],
  ['p50Ms', hop => hop.figures.p50],
  ['p95Ms', hop => hop.figures.p95],
  ['critical', hop => hop.critical],
  ['budgetMs', hop => hop.budget],
  ['acrossTopic', hop => hop.acrossTopic ?? false],
  ['trace', hop => hop.sample?.traceId],
];

/** One line a hop, in call order, figures as they came: ratios 0..1, times in ms. */
export const journeyCsv = ({ tree }: Journey): string =>
  [
    csvLine(columns.map(([title]) => title)),
    ...tree.map(hop => csvLine(columns.map(([, read]) => read(hop)))),
  ].join('');

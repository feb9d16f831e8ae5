import {
  Instant,
  TimelineMark,
} from '@sightline/backstage-plugin-sightline-common';
import type { ChartTwin } from './ChartTable';
import { Stretch, endOf } from './ChartPoint';

/** Something that happened, and may explain a bend of the line. */
export type ChartMark = {
  at: Instant;
  kind: TimelineMark['kind'];
  words: string;
};

/** What kinds there are, the one that explains most first. */
export const markWords: Record<ChartMark['kind'], string> = {
  state: 'state changed',
  deploy: 'deploy',
  objective: 'objective changed',
  contract: 'contract changed',
};

export const markKinds = Object.keys(markWords) as ChartMark['kind'][];

/** Marks that are drawn as one, as there is no room between them. */
export type MarkCluster = { at: Instant; marks: ChartMark[] };

/** Room that a mark takes, with the number of those it stands for. */
const ROOM = 24;

/**
 * Those nearer to each other than a mark is wide become one, from the left.
 *
 * ```
 *   d d  s     o        ┈▶   ③    ①
 *   └24px┘
 * ```
 */
export const clustersOf = (
  marks: ChartMark[],
  x: (at: Instant) => number,
): MarkCluster[] => {
  const clusters: MarkCluster[] = [];
  for (const mark of [...marks].sort((a, b) => a.at - b.at)) {
    const last = clusters.at(-1);
    if (last && x(mark.at) - x(last.at) < ROOM) {
      last.marks.push(mark);
    } else {
      clusters.push({ at: mark.at, marks: [mark] });
    }
  }
  return clusters;
};

/** What stands for several: the kind among them that explains most. */
export const kindOf = ({ marks }: MarkCluster): ChartMark['kind'] =>
  markKinds.find(kind => marks.some(mark => mark.kind === kind))!;

/** What happened within a stretch. */
export const marksIn = (marks: ChartMark[], stretch: Stretch): ChartMark[] =>
  marks.filter(({ at }) => at >= stretch.at && at < endOf(stretch));

type Told<P> = {
  points: P[];
  describe: (point: P) => string;
  table: ChartTwin<P>;
};

/** What is said of each stretch, with what happened in it, and what happened in none. */
export const withMarks = <P extends Stretch>(
  { points, describe, table }: Told<P>,
  marks: ChartMark[] = [],
): Pick<Told<P>, 'describe' | 'table'> => {
  const happened = (point: P) =>
    marksIn(marks, point).map(({ words }) => words);
  const inSome = new Set(points.flatMap(point => marksIn(marks, point)));
  return {
    describe: point => [describe(point), ...happened(point)].join('; '),
    table:
      marks.length === 0
        ? table
        : {
            head: [...table.head, 'What happened'],
            row: point => [...table.row(point), happened(point).join('; ')],
            apart: marks.filter(mark => !inSome.has(mark)),
          },
  };
};

import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/** One stretch of time. */
export type ChartPoint = {
  at: Instant;
  width: Millis;
  /** height of the bar, and of the part of it that is marked */
  bar: number;
  marked: number;
  /** height of the line, on a scale of its own; undefined: not known */
  line?: number;
};

/** Whether the line goes on from one point to the next, or something is missing. */
const joined = (point: ChartPoint, next: ChartPoint) =>
  next.at - (point.at + point.width) < next.width / 2;

/** The points of the line, cut where nothing is known. */
export const runsOf = (points: ChartPoint[]): ChartPoint[][] => {
  const runs: ChartPoint[][] = [];
  let last: ChartPoint | undefined;
  for (const point of points) {
    if (point.line !== undefined) {
      const goesOn = last?.line !== undefined && joined(last, point);
      if (goesOn) {
        runs[runs.length - 1].push(point);
      } else {
        runs.push([point]);
      }
    }
    last = point;
  }
  return runs;
};

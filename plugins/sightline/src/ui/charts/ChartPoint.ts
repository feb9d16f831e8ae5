import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/** A stretch of time of which a chart says something. */
export type Stretch = { at: Instant; width: Millis };

/** A stretch with a bar, and with a place on the line over the bars. */
export type ChartPoint = Stretch & {
  /** height of the bar, and of the part of it that is marked */
  bar: number;
  marked: number;
  /** height of the line, on a scale of its own; undefined: not known */
  line?: number;
};

/** A stretch with a place on a line. */
export type LinePoint = Stretch & {
  /** undefined: not known */
  value?: number;
};

export const middleOf = ({ at, width }: Stretch): Instant => at + width / 2;
export const endOf = ({ at, width }: Stretch): Instant => at + width;

/** Whether the line goes on from one point to the next, or something is missing. */
const joined = (point: Stretch, next: Stretch) =>
  next.at - endOf(point) < Math.max(next.width, point.width) / 2;

/** The points of a line, cut where nothing is known. */
export const runsOf = <P extends Stretch>(
  points: P[],
  valueOf: (point: P) => number | undefined,
): P[][] => {
  const runs: P[][] = [];
  let last: P | undefined;
  for (const point of points) {
    if (valueOf(point) !== undefined) {
      const goesOn = last && valueOf(last) !== undefined && joined(last, point);
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

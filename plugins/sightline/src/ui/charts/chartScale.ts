import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { ChartPoint } from './ChartPoint';
import { niceCeiling } from './scale';

/** Room for the figures left and right, and for the times below. */
const SIDE = 58;
const TOP = 8;
const BOTTOM = 22;

type Frame = {
  from: Instant;
  to: Instant;
  points: ChartPoint[];
  width: number;
  height: number;
};

/** Where a moment and a value are drawn. */
export function chartScale({ from, to, points, width, height }: Frame) {
  const left = SIDE;
  const right = Math.max(left + 1, width - SIDE);
  const bottom = height - BOTTOM;
  const barMost = niceCeiling(Math.max(0, ...points.map(({ bar }) => bar)));
  const lineMost = niceCeiling(
    Math.max(0, ...points.map(({ line = 0 }) => line)),
  );
  const length = Math.max(1, to - from);
  const y = (value: number, most: number) =>
    bottom - (value / most) * (bottom - TOP);
  return {
    left,
    right,
    top: TOP,
    bottom,
    width,
    height,
    barMost,
    lineMost,
    x: (at: Instant) =>
      left + Math.max(0, Math.min(1, (at - from) / length)) * (right - left),
    barY: (value: number) => y(value, barMost),
    lineY: (value: number) => y(value, lineMost),
    /** the moment below a place */
    at: (x: number): Instant => from + ((x - left) / (right - left)) * length,
  };
}

export type ChartScale = ReturnType<typeof chartScale>;

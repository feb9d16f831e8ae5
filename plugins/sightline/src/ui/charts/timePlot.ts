import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** Room for the figures left and right, and for the times below. */
const SIDE = 58;
const TOP = 8;
const BOTTOM = 22;

type Frame = {
  from: Instant;
  to: Instant;
  width: number;
  height: number;
  /** room kept right of the plot, and above it */
  side?: number;
  top?: number;
};

/** Where a moment is drawn, and how high a part of the whole height is. */
export function timePlot({
  from,
  to,
  width,
  height,
  side = SIDE,
  top = TOP,
}: Frame) {
  const left = SIDE;
  const right = Math.max(left + 1, width - side);
  const bottom = height - BOTTOM;
  const length = Math.max(1, to - from);
  return {
    left,
    right,
    top,
    bottom,
    width,
    height,
    x: (at: Instant) =>
      left + Math.max(0, Math.min(1, (at - from) / length)) * (right - left),
    /** 0 at the bottom, 1 at the top */
    y: (share: number) => bottom - share * (bottom - top),
    /** the moment below a place */
    at: (x: number): Instant => from + ((x - left) / (right - left)) * length,
  };
}

export type TimePlot = ReturnType<typeof timePlot>;

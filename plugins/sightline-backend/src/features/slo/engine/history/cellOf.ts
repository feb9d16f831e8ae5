import {
  Instant,
  Millis,
  ObjectiveStatus,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  Measured,
  Measurement,
} from '@sightline/backstage-plugin-sightline-node';
import { Cell, cellWidths } from './cells';

const { hour } = cellWidths;
/** Counts of the last hour are counts of the hour that ended, if it ended just now. */
const atMostAfter: Millis = 600_000;

/** The window whose counts make the past. */
export const historyWindow: Millis = hour;

/** Whether this is the first measurement in its hour: then the hour before is over. */
export const endsAnHour = (at: Instant, before: Instant | undefined): boolean =>
  before === undefined || Math.floor(before / hour) < Math.floor(at / hour);

/** What was counted in an hour, as its cell says it. */
export const figuresOf = (
  measured: Measured,
  target: Ratio,
): Pick<Cell, 'total' | 'bad' | 'burn'> => {
  const allowed = 1 - target;
  switch (measured.what) {
    case 'counted': {
      const { total, bad } = measured;
      const burn = total > 0 ? { burn: bad / total / allowed } : {};
      return { total, bad, ...burn };
    }
    case 'shared':
      return { burn: measured.bad / allowed };
    case 'no-traffic':
      return { total: 0, bad: 0 };
    default:
      return {};
  }
};

/** What is known of the hour that ended last. */
export const cellOf = (
  { budget, objective }: ObjectiveStatus,
  { at, windows }: Measurement,
): Cell => {
  const end = Math.floor(at / hour) * hour;
  const last = windows.find(({ window }) => window === historyWindow)?.measured;
  const cell: Cell = {
    at: end - hour,
    ...(budget && { remaining: budget.remaining }),
  };
  return !last || at - end > atMostAfter
    ? cell
    : { ...cell, ...figuresOf(last, objective.target) };
};

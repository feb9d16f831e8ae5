import {
  Instant,
  Objective,
  windowAt,
} from '@sightline/backstage-plugin-sightline-common';
import { budgetReading, Period } from '../judging/budgetReading';
import { errorShares } from '../judging/errorShare';
import { Cell, cellWidths } from './cells';

const { hour } = cellWidths;

export type ReckonedFor = {
  objective: Objective;
  minimumBadEvents: number;
  /** when the stretch that was asked about begins */
  from: Instant;
};

/**
 * What was left of the budget at the end of each hour, where nobody measured it at
 * the time. It is reckoned from the hours, not asked for: of a rolling window the
 * sum of the hours in it, by the formulas that judge a measurement.
 *
 * ```
 *   hours   ├─┬─┬─┬─┬─┬─┬─┬─┤
 *   30 d      └── summed ──┘ remaining at this end
 * ```
 *
 * Nothing is said where the window begins before the stretch, unless the data
 * themselves began later; nor where an hour has a share and nobody knows of how
 * many: shares of different hours cannot be put together.
 *
 * @param hours by time; what they say of the budget stays
 */
export const reckonRemaining = (
  hours: readonly Cell[],
  reckonedFor: ReckonedFor,
): Cell[] => {
  const sums = summed(hours);
  const periodOf = rememberPeriod(reckonedFor.objective);
  const first = hours.find(({ total }) => total !== undefined)?.at;
  let begin = 0;
  return hours.map((cell, nth) => {
    const period = periodOf(cell.at);
    while (begin < nth && hours[begin].at < period.from) begin += 1;
    const isKnown =
      cell.remaining === undefined &&
      cell.total !== undefined &&
      (period.from >= reckonedFor.from || first! > reckonedFor.from) &&
      sums.shares[nth + 1] === sums.shares[begin];
    if (!isKnown) return cell;
    const remaining = remainingOf(reckonedFor, {
      ...{ at: cell.at + hour, period },
      total: sums.total[nth + 1] - sums.total[begin],
      bad: sums.bad[nth + 1] - sums.bad[begin],
    });
    return remaining === undefined ? cell : { ...cell, remaining };
  });
};

/** Up to each hour, so that any stretch is one subtraction. */
const summed = (hours: readonly Cell[]) => {
  const total = [0];
  const bad = [0];
  const shares = [0];
  hours.forEach((cell, nth) => {
    const isShare = cell.burn !== undefined && cell.total === undefined;
    total.push(total[nth] + (cell.total ?? 0));
    bad.push(bad[nth] + (cell.bad ?? 0));
    shares.push(shares[nth] + (isShare ? 1 : 0));
  });
  return { total, bad, shares };
};

/** The window as of the end of an hour; of a calendar the one the hour lies in. */
const rememberPeriod = ({ window }: Objective) => {
  let known: Period | undefined;
  return (at: Instant): Period => {
    if (window.kind === 'rolling') return windowAt(window, at + hour);
    if (!known || at >= known.to) known = windowAt(window, at);
    return known;
  };
};

const remainingOf = (
  { objective, minimumBadEvents }: ReckonedFor,
  counted: { at: Instant; period: Period; total: number; bad: number },
): number | undefined => {
  const { at, period, total, bad } = counted;
  const window = at - period.from;
  const { id, target, budgeting } = objective;
  const measurement = {
    ...{ objective: id, at },
    windows: [{ window, measured: { what: 'counted' as const, total, bad } }],
  };
  const shares = errorShares(measurement, {
    ...{ target, budgeting, minimumBadEvents },
  });
  return budgetReading(objective, measurement, { shares, period }).budget
    ?.remaining;
};

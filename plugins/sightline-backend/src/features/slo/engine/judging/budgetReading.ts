import {
  allowedBad,
  BudgetReading,
  budgetRemaining,
  budgetUsed,
  burnRate,
  Instant,
  Millis,
  Objective,
  toIso,
  Unknown,
  windowAt,
} from '@sightline/backstage-plugin-sightline-common';
import type { Measurement } from '@sightline/backstage-plugin-sightline-node';
import { ErrorShare, neverAsked, Shares } from './errorShare';

/** A reading of the whole window, or why there is none. */
export type BudgetOrNot =
  | { budget: BudgetReading }
  | { budget?: undefined; unknown: Unknown };

/** The window that holds the moment of a measurement. */
export type Period = { from: Instant; to: Instant };

export const periodOf = ({ window }: Objective, at: Instant): Period =>
  windowAt(window, at);

/**
 * What is left of the budget, by the last window of a measurement: the one the
 * budget counts over.
 *
 * A rolling window is whole at any time: what went wrong in it is what is spent.
 * Of a calendar's window only a part has passed, and its budget is that of the
 * whole: the burn so far, times the part that has passed. Otherwise one bad event
 * in the first minutes of a month would overdraw it.
 *
 * ```
 *   month at 99.9 %, on its 3rd of 30 days: 0.2 % went wrong, twice too fast
 *   spent: 2 × 2 ÷ 30, so 87 % is left
 * ```
 */
export const budgetReading = (
  objective: Objective,
  { windows, at, dataSince }: Measurement,
  { shares, period }: { shares: Shares; period: Period },
): BudgetOrNot => {
  const asked = windows.at(-1)?.window ?? 0;
  const share = shares.get(asked) ?? neverAsked(period.to - period.from);
  if ('state' in share) return { unknown: share };
  const isCalendar = objective.window.kind === 'calendar';
  const from = isCalendar ? period.from : at - asked;
  return {
    budget: {
      ...spent(objective, share, { asked, period }),
      attainment: 1 - share.errors,
      ...{ from: toIso(from), to: toIso(at) },
      ...(isCalendar && { resetsAt: toIso(period.to) }),
      ...coverage(from, at, dataSince),
    },
  };
};

const spent = (
  { window, target }: Objective,
  { errors, counted }: ErrorShare,
  { asked, period }: { asked: Millis; period: Period },
): Pick<BudgetReading, 'total' | 'bad' | 'badLeft' | 'remaining'> => {
  const length = window.kind === 'calendar' ? period.to - period.from : asked;
  const burn = burnRate(errors, target);
  const remaining =
    window.kind === 'calendar'
      ? 1 - budgetUsed({ burn, window: asked, period: length })
      : budgetRemaining(errors, target);
  if (!counted) return { remaining };
  const expected = (counted.total * length) / asked;
  return {
    ...counted,
    badLeft: allowedBad(expected, target) - counted.bad,
    remaining,
  };
};

/** A first sample some minutes late is no gap in 30 days. */
const negligible = 0.01;

const coverage = (
  from: Instant,
  at: Instant,
  dataSince: Instant | undefined,
): Pick<BudgetReading, 'coversOnly'> => {
  const isShort =
    dataSince !== undefined && dataSince - from > (at - from) * negligible;
  return isShort ? { coversOnly: Math.max(0, at - dataSince) } : {};
};

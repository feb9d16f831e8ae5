import {
  AlertSeverity,
  Millis,
  Ratio,
  scaledWindow,
} from '@sightline/backstage-plugin-sightline-common';
import { AlertRule } from './AlertRule';

const HOUR: Millis = 3_600_000;
const DAY = 24 * HOUR;

type Row = [AlertSeverity, long: Millis, budgetShare: Ratio];
type Table = { period: Millis; rows: readonly Row[] };

/** Site Reliability Workbook, chapter 5: 14.4, 6, 3 and 1 times too fast. */
const month: Table = {
  period: 30 * DAY,
  rows: [
    ['page', HOUR, 0.02],
    ['page', 6 * HOUR, 0.05],
    ['ticket', DAY, 0.1],
    ['ticket', 3 * DAY, 0.1],
  ],
};

/**
 * Sloth's for 7 days: 13.44, 3.5, 1.4 and 0.98. The shares of a month would wake
 * people for 3.36 here, and call 0.23 too fast, at which nothing is ever spent.
 */
const week: Table = {
  period: 7 * DAY,
  rows: [
    ['page', HOUR, 0.08],
    ['page', 6 * HOUR, 0.125],
    ['ticket', DAY, 0.2],
    ['ticket', 3 * DAY, 0.42],
  ],
};

/**
 * The rules of the nearer table, with its windows as much longer or shorter as
 * the period is, so that each still burns about as fast as in the table:
 *
 * ```
 *   period      long windows              shares                thresholds
 *   1 day       1 h   3.4 h 10.3 h        15 %   20 %  42 %     3.5  1.4  0.98
 *   7 days      1 h   6 h   1 d   3 d      8 %  12.5 % 20 % 42 %
 *   14 days     2 h  12 h   2 d   6 d      8 %  12.5 % 20 % 42 %
 *   a month     1 h   6 h   1 d   3 d      2 %   5 %   10 % 10 %
 *   90 days     3 h  18 h   3 d   9 d      2 %   5 %   10 % 10 %
 *   a year      3 h  18 h   3 d   9 d      0.5 % 1.2 %  2.5 % 2.5 %
 * ```
 *
 * No window gets shorter than an hour with 5 minutes, for which a scrape a minute
 * has too few samples, nor longer than three times the table's, lest a yearly
 * objective page after half a day: there the shares give way instead.
 */
export const defaultAlertRules = (period: Millis): AlertRule[] => {
  const table = period < 15 * DAY ? week : month;
  const stretch = snapped(period / table.period);
  return table.rows
    .map(([severity, long, share]): AlertRule => {
      const times = Math.max(shortest / long, Math.min(stretch, longest));
      return {
        severity,
        long: scaledWindow(long, times),
        short: scaledWindow(long / 12, times),
        budgetShare: (share * times) / stretch,
      };
    })
    .filter(({ long, budgetShare }) => long < period && budgetShare < 1)
    .filter(isNotOutdone);
};

const shortest = HOUR;
const longest = 3;

/** Months are 28 to 31 days long and weeks an hour longer in autumn: one table. */
const snapped = (stretch: number) =>
  Math.abs(stretch - 1) <= 0.1 ? 1 : stretch;

/** Of two rules over the same windows the later, slower one says all that both do. */
const isNotOutdone = (rule: AlertRule, index: number, all: AlertRule[]) =>
  !all.slice(index + 1).some(({ severity, long }) => {
    return severity === rule.severity && long === rule.long;
  });

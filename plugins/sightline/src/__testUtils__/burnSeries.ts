import {
  BurnPair,
  Instant,
  ObjectiveHistory,
  ObjectiveWindow,
  Ratio,
  toIso,
  windowAt,
} from '@sightline/backstage-plugin-sightline-common';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** How an objective's budget burned, hour by hour, before a moment. */
export type BurnSeries = {
  now: Instant;
  target: Ratio;
  window: ObjectiveWindow;
  /** events in an hour */
  traffic: number;
  /** how fast it burns on a quiet day */
  quiet: number;
  /** so many hours ago it began, lasted so many hours, and burned so fast */
  troubles: [ago: number, hours: number, burn: number][];
};

/** A wave of a day and one of a week, the same every time. */
const wave = (ago: number) =>
  1 + 0.5 * Math.sin(ago / 3.8) * Math.sin(ago / 27);

/** Within the hour that began so many hours ago. */
const burnAt = ({ quiet, troubles }: BurnSeries, ago: number): number =>
  troubles.find(([began, hours]) => ago <= began && ago > began - hours)?.[2] ??
  quiet * wave(ago);

/** Over so many hours up to so many hours ago. */
export const burnOver = (series: BurnSeries, hours: number, until = 0) => {
  let sum = 0;
  for (let ago = until + 1; ago <= until + hours; ago += 1) {
    sum += burnAt(series, ago);
  }
  return sum / hours;
};

/** The window that a series' budget is of, and the part of it that has passed. */
export const windowOf = (
  { window, now }: BurnSeries,
  until = 0,
): { from: Instant; to: Instant; hours: number; period: number } => {
  const at = now - until * HOUR;
  const { from, to } = windowAt(window, at - 1);
  return {
    from,
    to,
    hours: Math.max(1, Math.round((at - from) / HOUR)),
    period: Math.round((to - from) / HOUR),
  };
};

export const remainingAt = (series: BurnSeries, until = 0) => {
  const { hours, period } = windowOf(series, until);
  return 1 - (burnOver(series, hours, until) * hours) / period;
};

const pairs: [BurnPair['severity'], number, number, number, Ratio][] = [
  ['page', 1, 5 / 60, 14.4, 0.02],
  ['page', 6, 0.5, 6, 0.05],
  ['ticket', 24, 2, 3, 0.1],
  ['ticket', 72, 6, 1, 0.1],
];

/** Every pair of windows, as the series has it now. */
export const pairsOf = (series: BurnSeries): BurnPair[] =>
  pairs.map(([severity, longHours, shortHours, threshold, budgetShare]) => {
    const long = burnOver(series, Math.ceil(longHours));
    const short = burnOver(series, Math.ceil(shortHours)) * 1.05;
    return {
      severity,
      long: { window: longHours * HOUR, burn: { rate: long } },
      short: { window: shortHours * HOUR, burn: { rate: short } },
      threshold,
      budgetShare,
      firing: long > threshold && short > threshold,
    };
  });

type HistoryInput = {
  from: Instant;
  to: Instant;
  /** nothing is kept from before so many hours ago */
  keptFor?: number;
  marks?: ObjectiveHistory['marks'];
  objective: string;
};

/** By the hour for a month and a half, by the day for longer. */
export const historyOf = (
  series: BurnSeries,
  { from, to, keptFor = 10_000, marks = [], objective }: HistoryInput,
): ObjectiveHistory => {
  const { now, target, traffic } = series;
  const resolution = to - from > 45 * DAY ? 'day' : 'hour';
  const hours = resolution === 'day' ? 24 : 1;
  const first = Math.ceil((now - from) / (hours * HOUR)) * hours;
  const points: ObjectiveHistory['points'] = [];
  for (let ago = Math.min(first, keptFor); ago >= hours; ago -= hours) {
    const burn = burnOver(series, hours, ago - hours);
    const total = traffic * hours;
    points.push({
      at: toIso(now - ago * HOUR),
      total,
      bad: Math.round(burn * (1 - target) * total),
      burn,
      remaining: remainingAt(series, ago - hours),
    });
  }
  return {
    objective,
    resolution,
    points,
    marks: marks.filter(({ at }) => Date.parse(at) >= from),
    target,
  };
};

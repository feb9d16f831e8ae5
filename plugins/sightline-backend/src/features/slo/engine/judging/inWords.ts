import { Millis, Ratio } from '@sightline/backstage-plugin-sightline-common';

const units: [Millis, string][] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
];

/**
 * A length of time in the largest unit of which it has two, or exactly one:
 * "90 minutes", "1 hour", "30 hours", "3 days".
 */
export const durationInWords = (length: Millis): string => {
  const minutes = Math.round(length / 60_000) * 60_000;
  const unit = units.find(([size]) => minutes >= 2 * size || minutes === size);
  if (!unit) return 'under a minute';
  const count = Math.round(minutes / unit[0]);
  return `${count} ${unit[1]}${count === 1 ? '' : 's'}`;
};

/** "the last 90 minutes", "the last hour" */
export const inTheLast = (window: Millis): string =>
  `the last ${durationInWords(window).replace(/^1 /, '')}`;

/** 0.7123 → "71 %"; rounded down, so that "100 %" is untouched. */
export const percentInWords = (ratio: Ratio): string => {
  // 0.29 × 100 is 28.999999999999996.
  const percent = Math.floor(Number((ratio * 100).toFixed(6)));
  return percent === 0 && ratio > 0 ? 'under 1 %' : `${percent} %`;
};

/** A target as people say it, with all its nines: 0.9995 → "99.95 %". */
export const targetInWords = (target: Ratio): string =>
  `${Number((target * 100).toFixed(12))} %`;

/** "15" from 10 on, "2.4" below. */
export const timesInWords = (burn: number): string =>
  `${burn >= 10 ? Math.round(burn) : Math.round(burn * 10) / 10}×`;

/** A count that may be a fraction: "12,345", "0.3". */
export const countInWords = (count: number): string =>
  count < 10
    ? `${Number(count.toPrecision(2))}`
    : Math.round(count).toLocaleString('en-US');

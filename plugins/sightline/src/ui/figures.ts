import { Millis, Ratio } from '@sightline/backstage-plugin-sightline-common';

const counts = new Intl.NumberFormat('en-GB');

/** `10000` → "10,000" */
export const count = (value: number): string => counts.format(value);

/** "1 service", "2 services" */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** Percent exists only here: `0.714` → "71 %", `-0.14` → "−14 %". */
export const percent = (ratio: Ratio): string =>
  `${Math.round(ratio * 100)} %`.replace('-', '−').replace('−0 ', '0 ');

/**
 * Percent where a tenth matters, as of errors and of availability: as many digits
 * as it takes to tell it from 0 and from 100.
 *
 * @example `0.0026` → "0.26 %", `0.9971` → "99.71 %", `0.105` → "10.5 %", `0.00002` → "< 0.01 %"
 */
export const finePercent = (ratio: Ratio): string => {
  const near = Math.min(ratio, 1 - ratio);
  if (near <= 0) {
    return percent(ratio);
  }
  if (near < 0.0001) {
    return ratio < 0.5 ? '< 0.01 %' : '> 99.99 %';
  }
  const digits = near < 0.01 ? 2 : 1;
  return `${Number((ratio * 100).toFixed(digits))} %`;
};

const paces: [perSecond: number, unit: string][] = [
  [1, '/s'],
  [1 / 60, '/min'],
  [1 / 3_600, '/h'],
];

const digitsOf = (value: number): number => {
  if (value >= 10) {
    return 0;
  }
  return value >= 1 ? 1 : 2;
};

/**
 * How often. Seconds as long as a tenth can be told, as rates are compared down
 * a column: `0.9` → "0.9 /s", `0.0033` → "0.2 /min"
 */
export const rate = (perSecond: number): string => {
  const [size, unit] = paces.find(([one]) => perSecond >= one / 10) ?? [
    1 / 86_400,
    '/d',
  ];
  const value = perSecond / size;
  return `${count(Number(value.toFixed(digitsOf(value))))} ${unit}`;
};

const steps: [Millis, string][] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
];

/** A length of time in its largest fitting unit: `5400000` → "1.5 h", `0.4` → "< 1 ms" */
export const duration = (millis: Millis): string => {
  if (millis > 0 && millis < 0.5) {
    return '< 1 ms';
  }
  const [size, unit] = steps.find(([least]) => millis >= least) ?? [1, 'ms'];
  const value = millis / size;
  const digits =
    value < 10 && unit !== 'ms'
      ? Math.round(value * 10) / 10
      : Math.round(value);
  return `${digits} ${unit}`;
};

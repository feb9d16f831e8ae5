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

const steps: [Millis, string][] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
];

/** A length of time in its largest fitting unit: `5400000` → "1.5 h" */
export const duration = (millis: Millis): string => {
  const [size, unit] = steps.find(([least]) => millis >= least) ?? [1, 'ms'];
  const value = millis / size;
  const digits =
    value < 10 && unit !== 'ms'
      ? Math.round(value * 10) / 10
      : Math.round(value);
  return `${digits} ${unit}`;
};

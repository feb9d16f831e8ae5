import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import { count, percent } from '../figures';

/** Enough for seven nines, and short of where 0.9995 × 100 stops being 99.95. */
const DIGITS = 9;

const inPercent = (ratio: Ratio) => Number((ratio * 100).toPrecision(DIGITS));

const decimalsOf = (value: number) => `${value}`.split('.')[1]?.length ?? 0;

/**
 * A target with all the digits it was given.
 *
 * @example `0.9995` → "99.95 %", `0.99` → "99 %"
 */
export const targetPercent = (target: Ratio): string =>
  `${inPercent(target)} %`;

/**
 * What was attained, with one digit more than its target and at least two,
 * rounded down: what falls short of the target is never written like it.
 *
 * @example of 0.9995: `0.999649` → "99.964 %", `0.99949999` → "99.949 %", `1` → "100 %"
 */
export const attainedPercent = (attained: Ratio, target: Ratio): string => {
  if (attained >= 1) {
    return '100 %';
  }
  const digits = Math.max(2, decimalsOf(inPercent(target)) + 1);
  const size = 10 ** digits;
  const down = Math.floor(Number((attained * 100 * size).toPrecision(12)));
  return `${(down / size).toFixed(digits)} %`;
};

/**
 * What is left of a budget, never more of it than there is: cut towards nothing,
 * as the sentence beside it is.
 *
 * @example `0.238` → "23 %", `0.004` → "< 1 %", `-1.678` → "−167 %"
 */
export const leftPercent = (left: number): string => {
  // 0.29 × 100 is 28.999999999999996.
  const whole = Math.trunc(Number((left * 100).toFixed(6)));
  return whole === 0 && left > 0 ? '< 1 %' : percent(whole / 100);
};

/** From here on the budget was spent ten times over, and hundreds say no more than tens. */
const TIMES_OVER = -10;

/**
 * What is left of a budget, short enough for a column.
 *
 * @example `0.238` → "23 %", `-1.678` → "−167 %", `-15.38` → "−15×"
 */
export const leftFigure = (left: number): string =>
  left > TIMES_OVER ? leftPercent(left) : `−${count(Math.trunc(-left))}×`;

import { Millis } from '@sightline/backstage-plugin-sightline-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * OpenSLO's postfixes; case matters: `m` is a minute, `M` a month. Where no
 * calendar says where a month begins it has 30 days, a quarter 90, a year 365.
 */
const lengths = {
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
  M: 30 * DAY,
  Q: 90 * DAY,
  Y: 365 * DAY,
} as const;

type DurationUnit = keyof typeof lengths;

export type OpenSloDuration = {
  count: number;
  unit: DurationUnit;
  millis: Millis;
};

export const durationForm = /^([1-9]\d{0,5})([mhdwMQY])$/;

/**
 * @example `4w` is 28 days; `1m` a minute, `1M` 30 days; `1 d` is nothing
 */
export const readDuration = (text: string): OpenSloDuration | undefined => {
  const [, digits, postfix] = durationForm.exec(text) ?? [];
  if (!digits) {
    return undefined;
  }
  const count = Number(digits);
  const unit = postfix as DurationUnit;
  return { count, unit, millis: count * lengths[unit] };
};

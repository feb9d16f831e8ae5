import { ObjectiveWindow } from '@sightline/backstage-plugin-sightline-common';
import { duration } from '@sightline/backstage-plugin-sightline-node/config';
import { IANAZone } from 'luxon';
import { z } from 'zod';

const shareWords =
  'it must be a share above 0 and below 1, such as 0.999 for 99.9 %';

export const share = z
  .number({ error: shareWords })
  .gt(0, { error: shareWords })
  .lt(1, { error: shareWords });

const calendarUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;

const calendarWindow = z
  .strictObject({
    calendar: z.enum(calendarUnits),
    timeZone: z.string().refine(zone => IANAZone.isValidZone(zone)),
  })
  // The first of January 2001 was a Monday.
  .transform(
    ({ calendar, timeZone }): ObjectiveWindow => ({
      kind: 'calendar',
      unit: calendar,
      every: 1,
      start: '2001-01-01 00:00:00',
      timeZone,
    }),
  );

const rollingWindow = duration({
  least: 3_600_000,
  most: 366 * 86_400_000,
  words: '1 hour to 366 days',
}).transform(
  (millis): ObjectiveWindow => ({ kind: 'rolling', duration: millis }),
);

const windowWords =
  "it must be 1 hour to 366 days, such as '30d', or { calendar: month, timeZone: Europe/Berlin }";

/** A rolling window, or one of a calendar that begins where its unit does. */
export const objectiveWindow = z
  .unknown()
  .transform((value, context): ObjectiveWindow => {
    const isCalendar =
      typeof value === 'object' && value !== null && 'calendar' in value;
    const read = (isCalendar ? calendarWindow : rollingWindow).safeParse(value);
    if (read.success) return read.data;
    context.addIssue(windowWords);
    return z.NEVER;
  });

export const count = (least: number, most: number) => {
  const error = `it must be a whole number from ${least} to ${most}`;
  return z
    .number({ error })
    .int({ error })
    .min(least, { error })
    .max(most, { error });
};

export const flag = z.boolean({ error: 'it must be true or false' });

import {
  Budgeting,
  indicatorKinds,
  Objective,
  ObjectiveWindow,
} from '@sightline/backstage-plugin-sightline-common';
import type { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { adviceOnWindow, withWindow } from './openslo/queries';
import { write } from '../../../../platform/engine/documents/readAs';
import { Statement } from './Statement';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const share = z
  .number(write('a share such as 0.999'))
  .gt(0, write('a share above 0, such as 0.999'))
  .lt(1, write('a share below 1, such as 0.999'));

const millisecondsFrom = (least: number, most: number) => {
  const words = `milliseconds, from ${least} to ${most}`;
  return z
    .number(write(words))
    .int(write(words))
    .min(least, write(words))
    .max(most, write(words));
};

const length = (most: number) => z.string(write('a text')).min(1).max(most);

const calendarUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;

const isMoment = (text: string) => {
  const iso = text.replace(' ', 'T');
  const at = new Date(`${iso}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === iso;
};

const objectiveWindow: z.ZodType<ObjectiveWindow> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('rolling'),
      duration: millisecondsFrom(HOUR, 366 * DAY),
    }),
    z.strictObject({
      kind: z.literal('calendar'),
      unit: z.enum(calendarUnits, write(`one of ${calendarUnits.join(', ')}`)),
      every: z.number(write('a whole number')).int().min(1).max(366),
      start: z
        .string(write('a moment such as 2026-01-01 00:00:00'))
        .regex(
          /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
          write('a moment such as 2026-01-01 00:00:00'),
        )
        .refine(isMoment, write('a moment such as 2026-01-01 00:00:00')),
      timeZone: z
        .string(write('an IANA time zone such as Europe/Berlin'))
        .refine(
          zone => IANAZone.isValidZone(zone),
          write('an IANA time zone such as Europe/Berlin'),
        ),
    }),
  ],
  write("a window such as { kind: 'rolling', duration: 2592000000 }"),
);

const slice = millisecondsFrom(60_000, DAY);

const budgeting: z.ZodType<Budgeting> = z.discriminatedUnion(
  'method',
  [
    z.strictObject({ method: z.literal('occurrences') }),
    z.strictObject({
      method: z.literal('timeslices'),
      slice,
      good: z.number(write('a share such as 0.95')).gt(0).max(1),
    }),
    z.strictObject({ method: z.literal('ratio-timeslices'), slice }),
  ],
  write("a method: 'occurrences', 'timeslices' or 'ratio-timeslices'"),
);

const query = length(10_000).transform(withWindow);

const eventQuery = query.superRefine((text, context) => {
  const advice = adviceOnWindow(text);
  if (advice) context.addIssue(advice);
});

const operators = ['lt', 'lte', 'gt', 'gte'] as const;

const events = z
  .strictObject({
    by: z.literal('events'),
    good: eventQuery.optional(),
    bad: eventQuery.optional(),
    total: eventQuery,
  })
  .refine(({ good, bad }) => (good === undefined) !== (bad === undefined), {
    error: 'has both good and bad, or neither; write one of them',
  });

const ratio = z.strictObject({
  by: z.literal('ratio'),
  query,
  of: z.enum(['good', 'bad'], write('good or bad')),
});

const threshold = z.strictObject({
  by: z.literal('threshold'),
  query,
  op: z.enum(operators, write(`one of ${operators.join(', ')}`)),
  value: z.number(write('a number')),
});

const calls = z
  .strictObject({
    by: z.literal('calls'),
    of: z.enum(['availability', 'latency'], write('availability or latency')),
    threshold: millisecondsFrom(1, HOUR).optional(),
  })
  .refine(said => (said.of === 'latency') === (said.threshold !== undefined), {
    error: 'needs a threshold in milliseconds for latency, and none else',
  });

/** What people state: only what Sightline finds itself is measured by other means. */
const measure = z.discriminatedUnion(
  'by',
  [events, ratio, threshold, calls],
  write('how it is measured, by: events, ratio, threshold or calls'),
) as z.ZodType<Indicator>;

const indicator = z.strictObject(
  {
    kind: z.enum(indicatorKinds, write(`one of ${indicatorKinds.join(', ')}`)),
    threshold: z.number(write('milliseconds')).positive().optional(),
    words: length(500).optional(),
  },
  write('what it is about, with a kind'),
);

const wordsFor = (said: Indicator): string =>
  said.by === 'calls' ? 'its own calls' : 'what the queries count';

const queriesOf = (said: Indicator): Objective['indicator']['queries'] => {
  switch (said.by) {
    case 'events':
      return (['good', 'bad', 'total'] as const).flatMap(label => {
        const text = said[label];
        return text === undefined ? [] : [{ label, query: text }];
      });
    case 'ratio':
    case 'threshold':
      return [{ label: said.by, query: said.query }];
    default:
      return undefined;
  }
};

/** A threshold is a value and no event: each minute of it counts as one. */
const usualBudgeting = (said: Indicator): Budgeting =>
  said.by === 'threshold'
    ? { method: 'timeslices', slice: 60_000, good: 1 }
    : { method: 'occurrences' };

/** The body with which an objective is pushed. */
export const pushedSchema = z
  .strictObject({
    title: length(200),
    description: length(2_000).optional(),
    indicator,
    target: share,
    window: objectiveWindow,
    budgeting: budgeting.optional(),
    measure,
  })
  .transform((said): Omit<Statement, 'name'> => {
    const queries = queriesOf(said.measure);
    return {
      ...said,
      indicator: {
        ...said.indicator,
        words: said.indicator.words ?? wordsFor(said.measure),
        ...(queries && { queries }),
      },
      budgeting:
        said.budgeting?.method === 'occurrences' || said.budgeting === undefined
          ? usualBudgeting(said.measure)
          : said.budgeting,
    };
  });

/** What a provider may state of an objective, besides whose it is and where from. */
export const statedParts = z.object({
  name: z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,126}[A-Za-z0-9])?$/),
  title: length(200),
  description: length(2_000).optional(),
  indicator: z.object({
    kind: z.enum(indicatorKinds),
    threshold: z.number().positive().optional(),
    words: length(500),
    queries: z
      .array(z.object({ label: z.string(), query: z.string() }))
      .optional(),
  }),
  target: share,
  window: objectiveWindow,
  budgeting,
});

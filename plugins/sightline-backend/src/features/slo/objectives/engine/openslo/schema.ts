import { z } from 'zod';
import {
  refused,
  write,
} from '../../../../../platform/engine/documents/readAs';
import { durationForm } from './durations';

/** What every kind has; `name` becomes a part of addresses. */
const name = z
  .string(write('a name such as orders-availability'))
  .regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/, {
    error: ({ input }) =>
      `is ${JSON.stringify(
        input,
      )}; write letters, digits, dots and hyphens, such as orders-availability`,
  });

export const metadata = z.looseObject(
  {
    name,
    displayName: z.string(write('a text')).optional(),
    labels: z.record(z.string(), z.unknown()).optional(),
    annotations: z.record(z.string(), z.unknown()).optional(),
  },
  write('a name below it'),
);

const duration = z
  .string(write('a duration such as 5m, 30d or 1M'))
  .regex(durationForm, {
    error: ({ input }) =>
      `is ${JSON.stringify(
        input,
      )}; write a whole number and m, h, d, w, M (months), Q or Y, such as 30d`,
  });

const description = z.string(write('a text')).max(1050).optional();

const share = (example: string) =>
  z
    .number(write(`a number such as ${example}`))
    .gt(0, { error: `is not above 0; write a share such as ${example}` });

export const metric = z.strictObject(
  {
    metricSource: z.strictObject(
      {
        metricSourceRef: z.string(write('the name of a DataSource')).optional(),
        type: z.string(write('Prometheus')).optional(),
        spec: z.looseObject({}, write('a query below it')),
      },
      write('a type and a spec with a query below it'),
    ),
  },
  write('a metricSource below it'),
);

const operators = ['lt', 'lte', 'gt', 'gte'] as const;

export const objective = z.strictObject({
  displayName: z.string(write('a text')).optional(),
  target: share('0.999')
    .lt(1, {
      error: ({ input }) =>
        `is ${input}; write a share below 1, such as 0.999, or for percent targetPercent: 99.9`,
    })
    .optional(),
  targetPercent: share('99.9')
    .lt(100, {
      error: ({ input }) => `is ${input}; write less than 100, such as 99.9`,
    })
    .optional(),
  op: z.enum(operators, write(`one of ${operators.join(', ')}`)).optional(),
  value: z.number(write('a number')).optional(),
  timeSliceTarget: share('0.95')
    .lte(1, { error: ({ input }) => `is ${input}; write at most 1` })
    .optional(),
  timeSliceWindow: z
    .union(
      [duration, z.number().positive()],
      write('a duration such as 1m, or a number of minutes'),
    )
    .optional(),
  compositeWeight: refused(
    'an objective made of several others; state each by itself',
  ),
  indicator: refused(
    'an objective with an indicator of its own; write one SLO for each',
  ),
  indicatorRef: refused(
    'an objective with an indicator of its own; write one SLO for each',
  ),
});

const calendar = z.strictObject({
  startTime: z
    .string(write('a date and time such as 2026-01-01 00:00:00'))
    .regex(/^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?$/, {
      error: ({ input }) =>
        `is ${JSON.stringify(
          input,
        )}; write a date and time without a zone, such as 2026-01-01 00:00:00`,
    }),
  timeZone: z.string(write('an IANA time zone such as Europe/Berlin')),
});

const timeWindow = z.strictObject({
  duration,
  isRolling: z.boolean(write('true or false')).optional(),
  calendar: calendar.optional(),
});

export const budgetingMethods = [
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
] as const;

/** Older documents write the name alone. */
const policy = z.preprocess(
  said => (typeof said === 'string' ? { alertPolicyRef: said } : said),
  z.looseObject({}, write('a policy, or alertPolicyRef with its name')),
);

export const sloSpec = z.strictObject(
  {
    description,
    service: z
      .string(write('the name of a service in the catalog'))
      .trim()
      .min(1, { error: 'is empty; write the name of a service' }),
    indicator: z.unknown().optional(),
    indicatorRef: z.string(write('the name of an SLI')).optional(),
    timeWindow: z
      .array(timeWindow, write('a list of one window'))
      .length(1, { error: 'must have exactly one entry; write one window' })
      .optional(),
    budgetingMethod: z.enum(
      budgetingMethods,
      write(`one of ${budgetingMethods.join(', ')}`),
    ),
    objectives: z
      .array(objective, write('a list with a target in it'))
      .min(1, { error: 'is empty; write at least one, with a target' })
      .max(20, { error: 'has more than 20 entries; write several SLOs' }),
    alertPolicies: z.array(policy, write('a list of policies')).optional(),
  },
  write('a service, an indicator and objectives below it'),
);

export const sliSpec = z.strictObject(
  {
    description,
    ratioMetric: z
      .strictObject({
        counter: z.boolean(write('true or false')).optional(),
        good: metric.optional(),
        bad: metric.optional(),
        total: metric.optional(),
        rawType: z
          .enum(['success', 'failure'], write('success or failure'))
          .optional(),
        raw: metric.optional(),
      })
      .optional(),
    thresholdMetric: metric.optional(),
  },
  write('a ratioMetric or a thresholdMetric below it'),
);

export const policySpec = z.looseObject(
  {
    alertWhenBreaching: z.boolean(write('true or false')).optional(),
    conditions: z
      .array(
        z.looseObject({}, write('a condition, or conditionRef with its name')),
        write('a list of one condition'),
      )
      .length(1, { error: 'must have exactly one entry; write one condition' }),
  },
  write('conditions below it'),
);

export const conditionSpec = z.looseObject(
  {
    severity: z.string(write('page or ticket')),
    condition: z.strictObject(
      {
        kind: z
          .literal('burnrate', write('burnrate, which is the only kind'))
          .default('burnrate'),
        op: z
          .enum(['gt', 'gte'], write('gt or gte, or leave it out'))
          .default('gt'),
        threshold: z
          .number(write('a burn rate such as 14.4'))
          .positive({ error: 'is not above 0; write a burn rate such as 2' }),
        lookbackWindow: duration,
        alertAfter: z
          .union([z.literal('0m'), duration], write('a duration such as 5m'))
          .default('0m'),
      },
      write('a threshold and a lookbackWindow below it'),
    ),
  },
  write('a severity and a condition below it'),
);

export const dataSourceSpec = z.looseObject(
  { type: z.string(write('Prometheus')) },
  write('a type below it'),
);

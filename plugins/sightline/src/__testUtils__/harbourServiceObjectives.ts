import {
  ObjectiveHistory,
  ObjectiveStatus,
  ServiceObjectives,
  ServiceRef,
  UnknownReason,
  toInstant,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { burning, month, monthly, quiet, slow, spent } from './burnPlans';
import { BurnSeries, DAY, HOUR, historyOf } from './burnSeries';
import { HarbourObjectives } from './HarbourObjectives';
import { NOON } from './harbour';
import { ordersFeasibility } from './harbourFeasibility';
import {
  SERVICE,
  measured,
  objective,
  statusOf,
  untold,
} from './promisedStatus';

/** Which objectives a service has, and how they stand. */
export type Promised =
  | 'several'
  | 'met'
  | 'exhausted'
  | 'none'
  | 'stale'
  | 'short'
  | 'outdated'
  | 'calendar'
  | UnknownReason;

const page = (now: number) =>
  statusOf(objective(), burning(now), {
    state: 'page',
    words:
      'Burns 15× too fast for 50 minutes; at this rate nothing of the budget is left in 15 hours',
    since: toIso(now - 50 * 60_000),
    alert: { severity: 'page', since: toIso(now - 48 * 60_000) },
  });

const latency = objective('latency', {
  title: 'Orders take under 1.2 s',
  indicator: {
    kind: 'latency',
    threshold: 1_200,
    words: 'requests that answer within 1.2 s',
  },
  target: 0.99,
  origin: { kind: 'tier', where: 'sightline.slo.tiers.T0' },
  measuredBy: 'calls',
});

/** Seldom asked: of its short windows nobody can tell. */
const quietHours = (now: number): ObjectiveStatus => {
  const status = statusOf(
    objective('returns', { title: 'Returns are taken back', target: 0.99 }),
    { ...quiet(now), target: 0.99 },
    {},
  );
  const few = { unknown: unknown('too-few-events', '2 events in 5 min') };
  return {
    ...status,
    burns: status.burns.map(pair =>
      pair.short.window < HOUR
        ? { ...pair, short: { ...pair.short, burn: few } }
        : pair,
    ),
  };
};

const several = (now: number): ObjectiveStatus[] => [
  page(now),
  statusOf(latency, slow(now), {
    state: 'ticket',
    words:
      'Burns 1.3× too fast for 3 days; at this rate nothing of the budget is left in 5 days',
    since: toIso(now - 2 * DAY),
    alert: { severity: 'ticket', since: toIso(now - 2 * DAY) },
  }),
  untold(
    objective('exports', { title: 'The nightly files are complete' }),
    unknown('too-few-events', '3 events in 30 d; about 100 are needed.'),
    now,
  ),
  quietHours(now),
  statusOf(
    objective('reads', {
      title: 'Orders can be read',
      target: 0.9995,
      budgeting: { method: 'timeslices', slice: 60_000, good: 0.99 },
    }),
    { ...quiet(now), target: 0.9995 },
    {},
  ),
];

const lone: Record<
  Exclude<Promised, UnknownReason | 'several' | 'none'>,
  (now: number) => ObjectiveStatus
> = {
  met: now => statusOf(objective(), quiet(now), {}),
  exhausted: now =>
    statusOf(objective(), spent(now), {
      state: 'exhausted',
      words:
        'The budget is overdrawn by 167 %; it recovers as old errors leave the last 30 days',
      since: toIso(now - 11 * DAY),
    }),
  stale: now =>
    statusOf(objective(), quiet(now), {
      stale: true,
      evidence: measured(now, 47),
    }),
  calendar: now =>
    statusOf(objective('availability', { window: month }), monthly(now), {
      state: 'ticket',
      words:
        'Burns 2.6× too fast for 3 days; at this rate nothing of the budget is left in 6 days',
      since: toIso(now - 2 * DAY),
      alert: { severity: 'ticket', since: toIso(now - 2 * DAY) },
    }),
  short: now => {
    const status = statusOf(objective(), quiet(now), {});
    return {
      ...status,
      budget: { ...status.budget!, coversOnly: 9 * DAY },
    };
  },
  outdated: now =>
    statusOf(
      objective('availability', {
        outdated: {
          problem: 'spec.objectives[0].target is 99.5, and must be below 1.',
          since: toIso(now - 4 * HOUR),
        },
      }),
      quiet(now),
      {},
    ),
};

const objectivesOf = (promised: Promised, now: number): ObjectiveStatus[] => {
  switch (promised) {
    case 'several':
      return several(now);
    case 'none':
      return [];
    case 'met':
    case 'exhausted':
    case 'stale':
    case 'short':
    case 'outdated':
    case 'calendar':
      return [lone[promised](now)];
    default:
      return [untold(objective(), unknown(promised), now)];
  }
};

const problem = (now = NOON): ServiceObjectives['problems'][number] => ({
  where: 'catalog-info/checkout/orders-slo.yaml',
  line: 31,
  path: 'spec.objectives[0].target',
  words:
    'It is 99.5, and must be below 1: write 0.995, or targetPercent: 99.5.',
  service: SERVICE,
  earlierInForce: true,
  since: toIso(now - 4 * HOUR),
});

const belongsTo = (service: ServiceRef) => (status: ObjectiveStatus) => ({
  ...status,
  objective: {
    ...status.objective,
    id: `${service}/${status.objective.name}`,
    service,
  },
});

/** All that a service promises, whichever it is. */
const serviceObjectives = (
  promised: Promised = 'several',
  service: ServiceRef = SERVICE,
  now = NOON,
): ServiceObjectives => ({
  service,
  objectives: objectivesOf(promised, now).map(belongsTo(service)),
  problems: promised === 'outdated' ? [problem(now)] : [],
  feasibility: promised === 'several' ? [ordersFeasibility(service, now)] : [],
});

const seriesOf: Record<string, (now: number) => BurnSeries> = {
  availability: burning,
  latency: slow,
};
const seriesBy: Partial<Record<Promised, (now: number) => BurnSeries>> = {
  exhausted: spent,
  met: quiet,
  stale: quiet,
  short: quiet,
  outdated: quiet,
  calendar: monthly,
};

const marks = (now: number): ObjectiveHistory['marks'] => {
  const mark = (
    hours: number,
    kind: ObjectiveHistory['marks'][number]['kind'],
    words: string,
  ) => ({
    at: toIso(now - hours * HOUR),
    kind,
    words,
    evidence: measured(now),
  });
  return [
    mark(12 * 24, 'objective', 'target raised from 99 % to 99.5 %'),
    mark(9 * 24 + 0.4, 'deploy', 'orders 7.3.0 in harbour-eu1'),
    mark(9 * 24 - 0.2, 'state', 'page'),
    mark(9 * 24 - 5, 'state', 'met'),
    mark(3 * 24, 'contract', 'contract with payments changed'),
    mark(1.2, 'deploy', 'payments 12.0.4 in harbour-eu1'),
    mark(0.8, 'state', 'page'),
  ];
};

const untoldReasons: Promised[] = [
  'no-data',
  'not-configured',
  'source-unavailable',
  'too-few-events',
  'not-permitted',
];

/** What a backend says about the objectives of whichever service is asked for. */
export const harbourServiceObjectives = (
  now = NOON,
  promised: Promised = 'several',
): HarbourObjectives => ({
  getServiceObjectives: service => serviceObjectives(promised, service, now),
  getObjectiveHistory: (_service, name, { from, to }) => {
    const series = seriesBy[promised] ?? seriesOf[name] ?? quiet;
    const never = untoldReasons.includes(promised) || name === 'exports';
    return historyOf(series(now), {
      from: toInstant(from ?? '') ?? now - 30 * DAY,
      to: toInstant(to ?? '') ?? now,
      keptFor: never ? 0 : { short: 9 * 24 }[promised as string],
      marks: name === 'availability' && !never ? marks(now) : [],
      objective: name,
    });
  },
});

import {
  BudgetReading,
  Objective,
  ObjectiveStatus,
  Unknown,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import {
  BurnSeries,
  DAY,
  HOUR,
  burnOver,
  pairsOf,
  remainingAt,
  windowOf,
} from './burnSeries';
import { NOON } from './harbour';
import { rolling } from './burnPlans';

export const SERVICE = 'component:default/orders';

const query = (window: string, errors = false) =>
  `sum(increase(http_server_request_duration_seconds_count{service_name="orders"${
    errors ? ',http_response_status_code=~"5.."' : ''
  }}[${window}]))`;

/** What Orders promises; a test says what is otherwise. */
export const objective = (
  name = 'availability',
  other: Partial<Objective> = {},
): Objective => ({
  id: `${other.service ?? SERVICE}/${name}`,
  service: SERVICE,
  name,
  title: 'Orders are accepted',
  indicator: {
    kind: 'availability',
    words: 'requests that answer below 500',
    queries: [
      { label: 'bad', query: query('$window', true) },
      { label: 'all', query: query('$window') },
    ],
  },
  target: 0.995,
  window: rolling,
  budgeting: { method: 'occurrences' },
  origin: {
    kind: 'openslo',
    where: 'catalog-info/checkout/orders-slo.yaml',
    line: 8,
    url: 'https://git.harbour.example/catalog-info/checkout/orders-slo.yaml#L8',
  },
  measuredBy: 'prometheus:main',
  ...other,
});

export const measured = (now = NOON, minutesAgo = 1) => ({
  source: 'prometheus:main',
  observedAt: toIso(now - minutesAgo * 60_000),
  validFor: 5 * 60_000,
});

const budgetOf = (series: BurnSeries): BudgetReading => {
  const { now, target, traffic, window } = series;
  const { from, to, hours, period } = windowOf(series);
  const total = traffic * hours;
  const remaining = remainingAt(series);
  const allowed = (1 - target) * traffic * period;
  const bad = Math.round((1 - remaining) * allowed);
  return {
    total,
    bad,
    attainment: 1 - bad / total,
    remaining,
    badLeft: allowed - bad,
    from: toIso(from),
    to: toIso(now),
    ...(window.kind === 'calendar' && { resetsAt: toIso(to) }),
  };
};

/** An objective that stands as its series has it. */
export const statusOf = (
  one: Objective,
  series: BurnSeries,
  other: Partial<ObjectiveStatus>,
): ObjectiveStatus => {
  const budget = budgetOf(series);
  const burn = burnOver(series, 6);
  const lasts = (30 * DAY * budget.remaining) / burn;
  return {
    objective: one,
    state: 'met',
    words: '60 % of the budget is left',
    since: toIso(series.now - 12 * DAY),
    stale: false,
    budget,
    burns: pairsOf(series),
    forecast: {
      burn,
      exhaustedAt:
        burn > 1 && budget.remaining > 0
          ? toIso(series.now + lasts)
          : undefined,
    },
    evidence: measured(series.now),
    ...other,
  };
};

/** Nothing of it can be told. */
export const untold = (
  one: Objective,
  why: Unknown,
  now = NOON,
): ObjectiveStatus => ({
  objective: one,
  state: 'unknown',
  words: why.detail ?? 'Nobody can tell how it stands.',
  since: toIso(now - 3 * HOUR),
  unknown: why,
  stale: false,
  burns: [],
});

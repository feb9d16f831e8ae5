import {
  ObjectiveProblem,
  ObjectiveRow,
  Owner,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { HarbourObjectives } from './HarbourObjectives';
import { NOON } from './harbour';
import { DAY, ObjectivePlan, objectiveRow } from './objectiveRow';
import { objectivesPage, objectivesCsv } from './objectivesOf';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const team = (name: string): Owner => ({
  ref: `group:default/${name}`,
  name,
  exists: true,
  path: ['group:default/harbour'],
});

const file = (path: string, line: number) => ({
  kind: 'openslo' as const,
  where: `catalog-info/money/${path}/slo.yaml`,
  line,
  url: `https://git.harbour.example/money/${path}/slo.yaml#L${line}`,
});
const byTier = (tier: string) => ({
  kind: 'tier' as const,
  where: `sightline.slo.tiers.${tier}`,
});

const prometheus = { measuredBy: 'prometheus:main', measured: 40_000 };
const ownCalls = {
  origin: { kind: 'calls' as const, where: 'the calls it receives' },
  measuredBy: 'calls',
  measured: 20_000,
};

/** A morning in Harbour: payments burn, orders have for a while, returns did last week. */
const plans: ObjectivePlan[] = [
  {
    ...{ service: 'payments', owner: team('payments'), tier: 'T0' },
    ...{ name: 'payments-availability', title: 'Payments are answered' },
    ...{ target: 0.9995, load: 6.4, errors: 0.00038 },
    lately: [0.00755, 0.009, 0.001508],
    state: 'page',
    words: 'Burns 15× too fast for 50 minutes; the budget ends in 2.4 d',
    for: 50 * MINUTE,
    origin: file('payments', 14),
    ...prometheus,
  },
  {
    ...{ service: 'orders', owner: team('orders'), tier: 'T0' },
    ...{ name: 'orders-availability', title: 'Orders are accepted' },
    ...{ target: 0.995, load: 3.1, errors: 0.0064 },
    lately: [0.0119, 0.0122, 0.0081],
    state: 'ticket',
    words: 'The budget is overdrawn by 28 %, and it still burns 1.3× too fast',
    for: 9 * HOUR,
    origin: file('orders', 9),
    ...prometheus,
  },
  {
    ...{ service: 'returns', owner: team('warehouse'), tier: 'T1' },
    ...{ name: 'returns-availability', title: 'Returns are registered' },
    ...{ target: 0.995, load: 0.8, errors: 0.0071 },
    lately: [0.0008, 0.0007, 0.0009],
    state: 'exhausted',
    words: 'The budget is overdrawn by 42 %; nothing burns fast any more',
    for: 5 * DAY,
    origin: byTier('T1'),
    ...prometheus,
  },
  {
    ...{ service: 'mobile-bff', owner: team('web'), tier: 'T1' },
    ...{
      name: 'mobile-listing-latency',
      title: 'App listings take under 800 ms',
    },
    ...{ kind: 'latency', threshold: 800, target: 0.95 },
    ...{ load: 2.3, errors: 0.038, lately: [0.041, 0.04, 0.04] },
    window: {
      ...{ kind: 'calendar', unit: 'month', every: 1 },
      ...{ start: '2026-01-01 00:00:00', timeZone: 'Europe/Berlin' },
    },
    state: 'met',
    words: 'Keeps its promise; a quarter of the budget is left',
    origin: { kind: 'sloth', where: 'prometheus:main' },
    ...prometheus,
  },
  {
    ...{ service: 'pricing', owner: team('pricing'), tier: 'T1' },
    ...{ name: 'pricing-availability', title: 'Prices are answered' },
    ...{ target: 0.998, load: 15.9, errors: 0.0011 },
    lately: [0.001, 0.0009, 0.001],
    state: 'met',
    words: 'Keeps its promise; 45 % of the budget is left',
    origin: file('pricing', 3),
    ...prometheus,
    outdated: {
      problem: 'spec.objectives[0].target: 99.8 is above 1; write 0.998',
      since: toIso(NOON - 2 * HOUR),
    },
  },
  {
    ...{ service: 'edge-gateway', owner: team('runtime'), tier: 'T0' },
    ...{
      name: 'edge-latency',
      title: 'Requests at the edge take under 800 ms',
    },
    ...{ kind: 'latency', threshold: 800, target: 0.95 },
    ...{ load: 22.8, errors: 0.021, lately: [0.026, 0.025, 0.022] },
    state: 'met',
    words: 'Keeps its promise; 58 % of the budget is left',
    origin: file('edge', 22),
    ...prometheus,
  },
  {
    ...{ service: 'ledger', owner: team('payments'), tier: 'T0' },
    ...{ name: 'ledger-availability', title: 'Postings are booked' },
    ...{ target: 0.9995, load: 1.9, errors: 0.0003 },
    state: 'met',
    words: 'When it was last measured, 3 h ago, it kept its promise',
    stale: true,
    origin: file('ledger', 5),
    measuredBy: 'prometheus:eu',
    measured: 3 * HOUR,
  },
  {
    ...{ service: 'search', owner: undefined, tier: 'T2' },
    ...{ name: 'availability', title: 'Requests succeed' },
    ...{ target: 0.99, load: 3, errors: 0.0034 },
    state: 'met',
    words: 'Keeps its promise; 66 % of the budget is left',
    ...ownCalls,
    coversOnly: 9 * DAY,
  },
  {
    ...{ service: 'warehouse', owner: team('warehouse'), tier: 'T1' },
    ...{
      name: 'warehouse-availability',
      title: 'The warehouse system answers',
    },
    target: 0.995,
    state: 'unknown',
    words: 'Prometheus has no figures of warehouse',
    unknown: unknown(
      'no-data',
      'Prometheus has no figures of warehouse. No series has {service_namespace="", service_name="warehouse"}',
    ),
    for: 12 * DAY,
    origin: byTier('T1'),
    measuredBy: 'prometheus:main',
  },
  {
    ...{ service: 'report-exports', owner: team('runtime'), tier: 'T3' },
    ...{ name: 'export-success', title: 'The nightly files are complete' },
    target: 0.99,
    state: 'unknown',
    words: 'Nobody can tell: 4 events in 30 d are too few',
    unknown: unknown('too-few-events'),
    for: 2 * DAY,
    ...ownCalls,
  },
];

const harbourProblems = (now = NOON): ObjectiveProblem[] => [
  {
    where: 'https://git.harbour.example/money/pricing/slo.yaml',
    line: 31,
    path: 'spec.objectives[0].target',
    words: '99.8 is above 1; write 0.998, or targetPercent: 99.8',
    service: 'component:default/pricing',
    earlierInForce: true,
    since: toIso(now - 2 * HOUR),
  },
  {
    where: 'catalog-info/parcels/slo.yaml',
    line: 8,
    path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
    words: 'The query has no $window; write [$window] where the range stands',
    earlierInForce: false,
    since: toIso(now - 6 * DAY),
  },
];

export const harbourRows = (now = NOON): ObjectiveRow[] =>
  plans.map(plan => objectiveRow(plan, now));

/** What a backend says about these objectives: filters, sorts and pages as the real one does. */
export const harbourSlos = (
  now = NOON,
  rows = harbourRows(now),
  problems = harbourProblems(now),
): HarbourObjectives => ({
  getObjectives: query => ({
    ...objectivesPage(rows, query),
    problems: problems.length,
  }),
  getObjectivesCsv: query =>
    new Blob([objectivesCsv(rows, query)], { type: 'text/csv' }),
  getObjectiveProblems: () => problems,
  getServiceObjectives: service => ({
    service,
    objectives: rows.filter(({ objective }) => objective.service === service),
    problems: problems.filter(problem => problem.service === service),
    feasibility: [],
  }),
});

import {
  BudgetReading,
  BurnPair,
  Evidence,
  IndicatorKind,
  Objective,
  ObjectiveOrigin,
  ObjectiveRow,
  ObjectiveState,
  ObjectiveWindow,
  Owner,
  Tier,
  Unknown,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a test says about an objective; the rest follows from it. */
export type ObjectivePlan = {
  service: string;
  owner?: Owner;
  tier?: Tier;
  name: string;
  title: string;
  kind?: IndicatorKind;
  threshold?: number;
  target: number;
  window?: ObjectiveWindow;
  /** requests a second */
  load?: number;
  /** share of bad ones in the whole window */
  errors?: number;
  /** the same in the last hour, in its last 5 minutes, and in the last 6 h; as `errors` when left out */
  lately?: [hour: number, minutes: number, sixHours: number];
  state: ObjectiveState;
  words: string;
  /** ms since the state began */
  for?: number;
  unknown?: Unknown;
  stale?: boolean;
  origin: ObjectiveOrigin;
  measuredBy: string;
  /** ms since it was measured; undefined: never */
  measured?: number;
  coversOnly?: number;
  outdated?: Objective['outdated'];
};

const month: ObjectiveWindow = { kind: 'rolling', duration: 30 * DAY };

const rules: [BurnPair['severity'], number, number, number, number][] = [
  ['page', HOUR, 5 * MINUTE, 14.4, 0.02],
  ['page', 6 * HOUR, 30 * MINUTE, 6, 0.05],
  ['ticket', DAY, 2 * HOUR, 3, 0.1],
  ['ticket', 3 * DAY, 6 * HOUR, 1, 0.1],
];

const burnsOf = ({ errors = 0, lately, target }: ObjectivePlan): BurnPair[] => {
  const [hour, minutes, sixHours] = lately ?? [errors, errors, errors];
  const shares = new Map([
    [5 * MINUTE, minutes],
    [30 * MINUTE, (hour + minutes) / 2],
    [HOUR, hour],
    [2 * HOUR, (hour + sixHours) / 2],
    [6 * HOUR, sixHours],
    [DAY, (sixHours + 3 * errors) / 4],
    [3 * DAY, (sixHours + 11 * errors) / 12],
  ]);
  const reading = (window: number) => ({
    window,
    burn: { rate: (shares.get(window) ?? errors) / (1 - target) },
  });
  return rules.map(([severity, long, short, threshold, budgetShare]) => {
    const pair = { long: reading(long), short: reading(short) };
    return {
      severity,
      ...pair,
      threshold,
      budgetShare,
      firing:
        pair.long.burn.rate > threshold && pair.short.burn.rate > threshold,
    };
  });
};

const budgetOf = (plan: ObjectivePlan, now: number): BudgetReading => {
  const { errors = 0, target, load = 12, coversOnly } = plan;
  const total = Math.round((load * (coversOnly ?? 30 * DAY)) / 1_000);
  const bad = Math.round(total * errors);
  return {
    total,
    bad,
    attainment: 1 - errors,
    remaining: 1 - errors / (1 - target),
    badLeft: total * (1 - target) - bad,
    from: toIso(now - 30 * DAY),
    to: toIso(now),
    coversOnly,
  };
};

const forecastOf = (
  { burns, remaining }: { burns: BurnPair[]; remaining: number },
  now: number,
): ObjectiveRow['forecast'] => {
  const { burn: reading } = burns[1].long;
  const burn = 'rate' in reading ? reading.rate : 0;
  const left = burn > 0 ? (30 * DAY * remaining) / burn : Infinity;
  return left > 0 && left < 30 * DAY
    ? { burn, exhaustedAt: toIso(now + left) }
    : { burn };
};

const objectiveOf = (plan: ObjectivePlan): Objective => {
  const { service, name, title, kind = 'availability', threshold } = plan;
  return {
    id: `component:default/${service}/${name}`,
    service: `component:default/${service}`,
    name,
    title,
    indicator: {
      kind,
      threshold,
      words:
        kind === 'latency'
          ? `requests that answer within ${threshold} ms`
          : 'requests that answer below 500',
    },
    target: plan.target,
    window: plan.window ?? month,
    budgeting: { method: 'occurrences' },
    origin: plan.origin,
    measuredBy: plan.measuredBy,
    outdated: plan.outdated,
  };
};

/** How an objective stands, worked out from a plan of it. */
export function objectiveRow(plan: ObjectivePlan, now: number): ObjectiveRow {
  const { service, owner, tier, state, words, unknown, stale = false } = plan;
  const since = toIso(now - (plan.for ?? 6 * DAY));
  const evidence: Evidence | undefined =
    plan.measured === undefined
      ? undefined
      : {
          source: plan.measuredBy,
          observedAt: toIso(now - plan.measured),
          validFor: 3 * MINUTE,
        };
  const row = {
    service: {
      ref: `component:default/${service}`,
      name: service,
      owner,
      tier,
    },
    objective: objectiveOf(plan),
    ...{ state, words, since, stale, unknown, evidence },
  };
  if (unknown) {
    return { ...row, burns: [] };
  }
  const burns = burnsOf(plan);
  const budget = budgetOf(plan, now);
  return {
    ...row,
    budget,
    burns,
    alert:
      state === 'page' || state === 'ticket'
        ? { severity: state, since }
        : undefined,
    forecast: forecastOf({ burns, remaining: budget.remaining }, now),
  };
}

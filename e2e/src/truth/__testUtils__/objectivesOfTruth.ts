import type { Truth } from '@sightline/town';

type TrueObjective = Truth['objectives'][number];

/** How an objective stands, of what the API answers. */
export type ObjectiveAnswer = {
  objective: { id: string; name: string; origin: { kind: string } };
  service: { name: string };
  state: string;
  stale: boolean;
  unknown?: { reason: string };
  budget?: { remaining: number };
  burns: Pair[];
  evidence?: { observedAt: string };
};
type Window = { window: number; burn: { rate: number } };
type Pair = { severity: string; long: Window; short: Window; firing: boolean };

/**
 * What the portal has to say, in its own words: what cannot be kept burns slowly and
 * for days, and why is another question.
 */
export const stateOfTruth = ({ id, state, reason }: TrueObjective) => {
  const words = { burning: 'page', infeasible: 'ticket' };
  const said = state in words ? words[state as keyof typeof words] : state;
  return [id, said, ...(reason ? [reason] : [])].join(' ');
};

export const stateOfAnswer = ({ objective, state, unknown }: ObjectiveAnswer) =>
  [objective.name, state, ...(unknown ? [unknown.reason] : [])].join(' ');

/** Samples come every half minute: the town's own tests hold it to one in a hundred. */
const NEAR = 0.01;

/** Of the budget, what is left: 1 − errors / (1 − target). */
export const remainingOfTruth = (objective: TrueObjective) => {
  const { target, errors30d = 0 } = objective;
  const used = errors30d / (1 - target);
  return { remaining: 1 - used, near: NEAR * used };
};

/**
 * How fast the budget burns so long after the town's start, which is until when the
 * truth holds: since then it is as bad as it was just before.
 *
 * ```
 *   −60          −50                             start   now
 *     ─ little bad ┼──────────── as bad as now ────┼───────┤
 *        └─────────── the last hour moves on ────────────▶
 * ```
 */
export const burnOfTruth = (
  { target, errors1h = 0, errors5m = 0, since = '-0m' }: TrueObjective,
  minutes: number,
) => {
  const bad = Number(/^-(\d+)m$/.exec(since)?.[1]);
  const little = (errors1h * 60 - errors5m * bad) / (60 - bad);
  const badNow = Math.min(60, bad + minutes);
  const lastHour = (errors5m * badNow + little * (60 - badNow)) / 60;
  const [long, short] = [lastHour, errors5m].map(share => share / (1 - target));
  return { long, short, near: NEAR * short };
};

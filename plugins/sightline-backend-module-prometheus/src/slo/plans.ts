import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  MeasureQuestion,
  promQuestions,
  PromQuestions,
  Recorded,
  recordedOf,
} from '@sightline/backstage-plugin-sightline-node';
import { keyOf } from './engine/grouped';

/** Questions that are put together for all objectives that are measured alike. */
export type Plan = {
  questions: PromQuestions;
  recorded: { total?: Recorded; part: Recorded };
  /** all that are asked about, shortest first */
  windows: readonly Millis[];
};

/** An objective, its plan, and where in the answers it is. */
export type Planned = {
  question: MeasureQuestion;
  plan: Plan;
  keys: readonly string[];
};

export type Plans = {
  plans: Plan[];
  planned: Planned[];
  /** what nobody can ask a Prometheus about in this way */
  impossible: MeasureQuestion[];
};

/**
 * ```
 *   10,000 services ─┬─ availability ──▶ one plan
 *                    └─ latency ───────▶ one plan
 *   a file's objective ────────────────▶ a plan of its own
 * ```
 */
export const makePlans = (asked: readonly MeasureQuestion[]): Plans => {
  const found = new Map<string, { plan?: Plan; windows: Set<Millis> }>();
  const all: Plans = { plans: [], planned: [], impossible: [] };
  for (const question of asked) {
    const alike = keyOfPlan(question);
    const entry = found.get(alike) ?? begin(question);
    found.set(alike, entry);
    question.windows.forEach(window => entry.windows.add(window));
    if (entry.plan) {
      all.planned.push({ question, plan: entry.plan, keys: keysOf(question) });
    } else {
      all.impossible.push(question);
    }
  }
  for (const { plan, windows } of found.values()) {
    if (!plan) continue;
    plan.windows = [...windows].sort((a, b) => a - b);
    all.plans.push(plan);
  }
  return all;
};

const begin = ({ indicator, budgeting }: MeasureQuestion) => {
  const questions = promQuestions(indicator, budgeting);
  const plan = questions && {
    questions,
    recorded: recordedOf(questions),
    windows: [] as readonly Millis[],
  };
  return { plan, windows: new Set<Millis>() };
};

const keyOfPlan = ({ indicator, budgeting }: MeasureQuestion) =>
  JSON.stringify([{ ...indicator, service: undefined }, budgeting]);

/** Each name once, or everything it is called by twice would count twice. */
const keysOf = ({ indicator }: MeasureQuestion): string[] =>
  indicator.by === 'template'
    ? [...new Set(indicator.service.map(keyOf))]
    : [keyOf([])];

const minute = 60_000;

/**
 * Windows end with the minute in which the question was put. One that began at a
 * boundary of the calendar still begins there: what was cut off its end is cut
 * off its length.
 */
export const wholeMinutes = (window: Millis): Millis =>
  Math.floor(window / minute) * minute;

import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  MeasureQuestion,
  promQuestions,
  PromQuestions,
  Recorded,
  recordedOf,
} from '@sightline/backstage-plugin-sightline-node';
import { keyOf } from './engine/grouped';
import { createPlaces, Places } from './engine/Places';

/** Questions that are put together for all objectives that are measured alike. */
export type Plan = {
  questions: PromQuestions;
  recorded: { total?: Recorded; part: Recorded };
  /** of all that are asked about by the same labels */
  places: Places;
  /** all that are asked about, shortest first */
  windows: readonly Millis[];
};

/** An objective, its plan, and where in the answers it is. */
export type Planned = {
  question: MeasureQuestion;
  plan: Plan;
  keys: readonly string[];
  places: readonly number[];
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
  const placesBy = placesByLabels();
  const all: Plans = { plans: [], planned: [], impossible: [] };
  for (const question of asked) {
    const alike = keyOfPlan(question);
    const entry = found.get(alike) ?? begin(question, placesBy);
    found.set(alike, entry);
    question.windows.forEach(window => entry.windows.add(window));
    const { plan } = entry;
    if (plan) {
      const names = namesOf(question);
      all.planned.push({
        ...{ question, plan, keys: unique(names.map(keyOf)) },
        places: unique(names.map(plan.places.of)),
      });
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

/** Whoever is asked about by the same labels has one place in all answers. */
const placesByLabels = () => {
  const known = new Map<string, Places>();
  return (labels: readonly string[]): Places => {
    const key = keyOf(labels);
    const places = known.get(key) ?? createPlaces(labels);
    known.set(key, places);
    return places;
  };
};

const begin = (
  { indicator, budgeting }: MeasureQuestion,
  placesBy: (labels: readonly string[]) => Places,
) => {
  const questions = promQuestions(indicator, budgeting);
  const plan = questions && {
    questions,
    recorded: recordedOf(questions),
    places: placesBy(questions.labels),
    windows: [] as readonly Millis[],
  };
  return { plan, windows: new Set<Millis>() };
};

const keyOfPlan = ({ indicator, budgeting }: MeasureQuestion) =>
  JSON.stringify([{ ...indicator, service: undefined }, budgeting]);

const namesOf = ({
  indicator,
}: MeasureQuestion): readonly (readonly string[])[] =>
  indicator.by === 'template' ? indicator.service : [[]];

/** Each name once, or everything it is called by twice would count twice. */
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const minute = 60_000;

/**
 * Windows end with the minute in which the question was put. One that began at a
 * boundary of the calendar still begins there: what was cut off its end is cut
 * off its length.
 */
export const wholeMinutes = (window: Millis): Millis =>
  Math.floor(window / minute) * minute;

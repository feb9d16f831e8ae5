import { setImmediate as breathe } from 'node:timers/promises';
import {
  MeasureQuestion,
  ok,
  Outcome,
  PastMeasurement,
  PastQuestion,
  PastRange,
  promTextFor,
} from '@sightline/backstage-plugin-sightline-node';
import { Round } from './createRound';
import { GroupedSteps, groupedSteps, sumOfStep } from './engine/groupedSteps';
import { readMeasured } from './engine/readMeasured';
import { makePlans, Plan, Planned } from './plans';

type Pair = { total?: GroupedSteps; part: GroupedSteps };

/** So many objectives, and others have a turn. */
const turn = 100;

/**
 * What was counted in each step of a stretch of the past: the questions that
 * measure, with the step as their window, each asked once for the whole stretch.
 *
 * @param round whose questions are about the range, not about one moment
 */
export const measurePast = async (
  round: Round,
  questions: readonly PastQuestion[],
  range: PastRange,
): Promise<Outcome<PastMeasurement[]>> => {
  const { unasked, askable } = sortOut(questions, range);
  const { plans, planned, impossible } = makePlans(askable);
  const pairs = new Map(plans.map(plan => [plan, askPair(round, plan, range)]));
  const told: PastMeasurement[] = [];
  const failures = new Map<string, Outcome<never>>();
  for (const [nth, one] of planned.entries()) {
    if (nth % turn === 0) await breathe();
    const pair = await pairs.get(one.plan)!;
    if (pair.outcome === 'ok') told.push(toPast(one, pair.value, range));
    else failures.set(pair.fault.words, pair);
  }
  const [failure] = failures.values();
  if (failure && told.length === 0) return failure;
  return ok(
    [
      ...told,
      ...unasked,
      ...impossible.map(one =>
        without(one, 'Prometheus cannot be asked for this indicator'),
      ),
    ],
    [...failures.keys()].map(words => `A past could not be asked: ${words}`),
  );
};

const without = (
  { objective }: PastQuestion,
  impossible: string,
): PastMeasurement => ({ objective, steps: [], impossible });

/** Why a question has no answer by steps, whatever Prometheus knows. */
const hindrance = (
  { indicator, budgeting }: PastQuestion,
  { step }: PastRange,
): string | undefined => {
  if (indicator.by === 'recorded') {
    return `Rules of ${indicator.family} record shares, and not of how many`;
  }
  return budgeting.method !== 'occurrences' && budgeting.slice > step
    ? 'Its slices are longer than an hour'
    : undefined;
};

const sortOut = (questions: readonly PastQuestion[], range: PastRange) => {
  const unasked: PastMeasurement[] = [];
  const askable: MeasureQuestion[] = [];
  for (const question of questions) {
    const why = hindrance(question, range);
    if (why === undefined) askable.push({ ...question, windows: [range.step] });
    else unasked.push(without(question, why));
  }
  return { unasked, askable };
};

const askPair = async (
  round: Round,
  { questions }: Plan,
  { from, step }: PastRange,
): Promise<Outcome<Pair>> => {
  const { labels } = questions;
  const ask = (text: string) =>
    round.ask(promTextFor(text, step), {
      key: labels.join(),
      read: series =>
        groupedSteps(series, labels, { first: from + step, step }),
    });
  const [part, total] = await Promise.all([
    ask(questions.part),
    questions.total === undefined ? ok(undefined) : ask(questions.total),
  ]);
  if (part.outcome !== 'ok') return part;
  if (total.outcome !== 'ok') return total;
  return ok({ part: part.value, ...(total.value && { total: total.value }) });
};

const toPast = (
  { question: { objective }, plan: { questions }, keys }: Planned,
  { part, total }: Pair,
  { from, to, step }: PastRange,
): PastMeasurement => {
  const steps: PastMeasurement['steps'] = [];
  for (let nth = 0, at = from + step; at <= to; nth += 1, at += step) {
    const measured = readMeasured(questions, {
      total: total && sumOfStep(total, keys, nth),
      part: sumOfStep(part, keys, nth),
    });
    if (measured.what !== 'no-data') steps.push({ at, measured });
  }
  return { objective, steps };
};

import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  ok,
  Outcome,
  promDuration,
  promTextFor,
  recordedAnswers,
  recordedNames,
} from '@sightline/backstage-plugin-sightline-node';
import { Counted, counted, countedBy, covers, isEmpty } from './engine/counted';
import { asOneQuestion, inPacks } from './engine/inPacks';
import { Places } from './engine/Places';
import { Series } from '../client/engine/readAnswer';
import { Plan, wholeMinutes } from './plans';
import { Round } from './createRound';

/** What one window of a plan was answered with. */
export type Pair = { total?: Counted; part: Counted };
/** By window, of those that can be asked about. */
export type Pairs = ReadonlyMap<Millis, Outcome<Pair>>;
export type PairsOf = (plan: Plan) => Promise<Pairs>;

/** As many questions a window for the whole fleet, however many templates there are. */
const packsAtMost = 4;
/** A question that names more is longer than what it saves. */
const namedAtMost = 100;

const reading = (places: Places) => ({
  key: places.labels.join(),
  read: (series: Iterable<Series>) => counted(series, places),
});

/**
 * Asks for all windows of all plans, the shortest first: they are cheap, and
 * alerts wait for them. What the server has recorded is not computed once more.
 */
export const askPlans = async (
  round: Round,
  plans: readonly Plan[],
): Promise<PairsOf> => {
  const isRecorded = await findRecorded(round, plans);
  const windows = [...new Set(plans.flatMap(plan => plan.windows))]
    .filter(window => wholeMinutes(window) > 0)
    .sort((a, b) => a - b);
  const answers = new Map(
    windows.map(window => {
      const those = plans.filter(plan => plan.windows.includes(window));
      return [window, askWindow({ round, window, plans: those, isRecorded })];
    }),
  );
  const pairs = new Map(plans.map(plan => [plan, pairsOfPlan(plan, answers)]));
  return async plan => pairs.get(plan) ?? new Map();
};

const pairsOfPlan = async (
  plan: Plan,
  answers: ReadonlyMap<Millis, Promise<Map<Plan, Outcome<Pair>>>>,
): Promise<Pairs> => {
  const pairs = new Map<Millis, Outcome<Pair>>();
  for (const window of plan.windows) {
    const pair = (await answers.get(window))?.get(plan);
    if (pair) pairs.set(window, pair);
  }
  return pairs;
};

type IsRecorded = (plan: Plan, window: Millis) => boolean;

/** Two look-ups in the index at most, instead of questions that nobody recorded. */
const findRecorded = async (
  round: Round,
  plans: readonly Plan[],
): Promise<IsRecorded> => {
  const { answer, query, window: length } = recordedNames;
  const valuesOf = async (label: string): Promise<ReadonlySet<string>> => {
    const values = await round.labelValues(
      label,
      [['__name__', '=', answer]],
      round.at - 900_000,
    );
    return new Set(values.outcome === 'ok' ? values.value : []);
  };
  const ids = plans.length > 0 ? await valuesOf(query) : new Set<string>();
  const windows = ids.size > 0 ? await valuesOf(length) : new Set<string>();
  return ({ recorded: { total, part } }, window) =>
    windows.has(promDuration(wholeMinutes(window))) &&
    ids.has(part.id) &&
    (!total || ids.has(total.id));
};

type WindowQuestion = {
  round: Round;
  window: Millis;
  plans: readonly Plan[];
};

const askWindow = async ({
  isRecorded,
  ...question
}: WindowQuestion & { isRecorded: IsRecorded }): Promise<
  Map<Plan, Outcome<Pair>>
> => {
  const { plans, window } = question;
  const recorded = plans.filter(plan => isRecorded(plan, window));
  const pairs =
    recorded.length > 0
      ? await askRecorded({ ...question, plans: recorded })
      : new Map<Plan, Outcome<Pair>>();
  const rest = plans.filter(plan => !pairs.has(plan));
  const ask = await askTexts({ ...question, plans: rest });
  await Promise.all(
    rest.map(async plan => pairs.set(plan, await pairOf(plan, window, ask))),
  );
  return pairs;
};

/** Only what is whole: where a rule failed, the question itself is asked. */
const askRecorded = async ({
  round,
  window,
  plans,
}: WindowQuestion): Promise<Map<Plan, Outcome<Pair>>> => {
  const placesOf = new Map<string, Places>();
  for (const { recorded, places } of plans) {
    for (const one of [recorded.total, recorded.part]) {
      if (one) placesOf.set(one.id, places);
    }
  }
  const ids = [...placesOf.keys()].sort();
  const named = ids.length > namedAtMost ? [] : ids;
  const answer = await round.ask(recordedAnswers(wholeMinutes(window), named), {
    key: 'recorded',
    read: series => countedBy(recordedNames.query, series, placesOf),
  });
  const pairs = new Map<Plan, Outcome<Pair>>();
  if (answer.outcome !== 'ok') return pairs;
  for (const plan of plans) {
    const { total, part } = plan.recorded;
    const some = answer.value.get(part.id);
    const all = total && answer.value.get(total.id);
    if (!some) continue;
    const pair = { ...(all && { total: all }), part: some };
    if (isWhole(pair)) pairs.set(plan, ok(pair));
  }
  return pairs;
};

const isWhole = ({ total, part }: Pair) =>
  total ? !isEmpty(total) && covers(part, total) : !isEmpty(part);

type AskText = (text: string, places: Places) => Promise<Outcome<Counted>>;

const pairOf = async (
  { questions, places }: Plan,
  window: Millis,
  ask: AskText,
): Promise<Outcome<Pair>> => {
  const textOf = (text: string) => promTextFor(text, wholeMinutes(window));
  const [part, total] = await Promise.all([
    ask(textOf(questions.part), places),
    questions.total === undefined
      ? ok(undefined)
      : ask(textOf(questions.total), places),
  ]);
  if (part.outcome !== 'ok') return part;
  if (total.outcome !== 'ok') return total;
  return ok({ total: total.value, part: part.value });
};

/**
 * Questions about the fleet are asked by themselves as long as they are few, else
 * several in one; those of single objectives always by themselves.
 */
const askTexts = async ({
  round,
  window,
  plans,
}: WindowQuestion): Promise<AskText> => {
  const single: AskText = (text, places) => round.ask(text, reading(places));
  const fleet = new Map<string, Places>();
  for (const { questions, places } of plans) {
    const { labels, total, part } = questions;
    if (labels.length === 0) continue;
    for (const text of total === undefined ? [part] : [total, part]) {
      fleet.set(promTextFor(text, wholeMinutes(window)), places);
    }
  }
  if (fleet.size <= packsAtMost) return single;
  const packed = new Map<string, Promise<Outcome<Counted>>>();
  for (const pack of inPacks([...fleet], packsAtMost)) {
    const asked = askPack(round, pack);
    pack.forEach(([text, places], nth) =>
      packed.set(
        text,
        asked.then(answer => {
          const part = answer.outcome === 'ok' && answer.value.get(String(nth));
          if (part) return ok(part);
          // One of them cannot be read, or all together are too much.
          return answer.outcome === 'retry' ? answer : single(text, places);
        }),
      ),
    );
  }
  return (text, places) => packed.get(text) ?? single(text, places);
};

/** Taken apart as it is read: what was put together is kept by nobody. */
const askPack = (round: Round, pack: readonly [string, Places][]) =>
  round.ask(
    asOneQuestion(
      pack.map(([text]) => text),
      recordedNames.query,
    ),
    {
      key: 'pack',
      read: series =>
        countedBy(
          recordedNames.query,
          series,
          new Map(pack.map(([, places], nth) => [String(nth), places])),
        ),
    },
  );

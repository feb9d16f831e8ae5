import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  ok,
  Outcome,
  promDuration,
  promTextFor,
  recordedAnswers,
  recordedNames,
} from '@sightline/backstage-plugin-sightline-node';
import { byLabel, Grouped, grouped } from './engine/grouped';
import { asOneQuestion, inPacks } from './engine/inPacks';
import { Plan, wholeMinutes } from './plans';
import { Round } from './createRound';

/** What one window of a plan was answered with. */
export type Pair = { total?: Grouped; part: Grouped };
export type PairOf = (plan: Plan, window: Millis) => Promise<Outcome<Pair>>;

/** As many questions a window for the whole fleet, however many templates there are. */
const packsAtMost = 4;
/** A question that names more is longer than what it saves. */
const namedAtMost = 100;

const reading = (labels: readonly string[]) => ({
  key: labels.join(),
  read: (series: Parameters<typeof grouped>[0]) => grouped(series, labels),
});

/**
 * Asks for all windows of all plans, the shortest first: they are cheap, and
 * alerts wait for them. What the server has recorded is not computed once more.
 */
export const askPlans = async (
  round: Round,
  plans: readonly Plan[],
): Promise<PairOf> => {
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
  return async (plan, window) => {
    const pairs = await answers.get(window);
    return pairs?.get(plan) ?? ok({ part: new Map() });
  };
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
  const ids = plans.flatMap(({ recorded: { total, part } }) =>
    total ? [total.id, part.id] : [part.id],
  );
  const named = ids.length > namedAtMost ? [] : [...new Set(ids)].sort();
  const answer = await round.ask(recordedAnswers(wholeMinutes(window), named), {
    key: 'recorded',
    read: series => byLabel(series, recordedNames.query),
  });
  const pairs = new Map<Plan, Outcome<Pair>>();
  if (answer.outcome !== 'ok') return pairs;
  for (const plan of plans) {
    const { labels } = plan.questions;
    const { total, part } = plan.recorded;
    const of = (id: string) => grouped(answer.value.get(id) ?? [], labels);
    const pair = { ...(total && { total: of(total.id) }), part: of(part.id) };
    if (isWhole(pair)) pairs.set(plan, ok(pair));
  }
  return pairs;
};

const isWhole = ({ total, part }: Pair) =>
  total
    ? total.size > 0 && [...total.keys()].every(key => part.has(key))
    : part.size > 0;

type AskText = (
  text: string,
  labels: readonly string[],
) => Promise<Outcome<Grouped>>;

const pairOf = async (
  { questions }: Plan,
  window: Millis,
  ask: AskText,
): Promise<Outcome<Pair>> => {
  const { labels } = questions;
  const textOf = (text: string) => promTextFor(text, wholeMinutes(window));
  const [part, total] = await Promise.all([
    ask(textOf(questions.part), labels),
    questions.total === undefined
      ? ok(undefined)
      : ask(textOf(questions.total), labels),
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
  const single: AskText = (text, labels) => round.ask(text, reading(labels));
  const fleet = new Map<string, readonly string[]>();
  for (const { questions } of plans) {
    const { labels, total, part } = questions;
    if (labels.length === 0) continue;
    for (const text of total === undefined ? [part] : [total, part]) {
      fleet.set(promTextFor(text, wholeMinutes(window)), labels);
    }
  }
  if (fleet.size <= packsAtMost) return single;
  const packed = new Map<string, Promise<Outcome<Grouped>>>();
  for (const texts of inPacks([...fleet.keys()], packsAtMost)) {
    const pack = askPack(round, texts);
    texts.forEach((text, nth) =>
      packed.set(
        text,
        pack.then(answer => {
          const labels = fleet.get(text) ?? [];
          if (answer.outcome === 'ok') {
            return ok(grouped(answer.value.get(String(nth)) ?? [], labels));
          }
          // One of them cannot be read, or all together are too much.
          return answer.outcome === 'failed' ? single(text, labels) : answer;
        }),
      ),
    );
  }
  return (text, labels) => packed.get(text) ?? single(text, labels);
};

const askPack = (round: Round, texts: readonly string[]) =>
  round.ask(asOneQuestion(texts, recordedNames.query), {
    key: 'pack',
    read: series => byLabel(series, recordedNames.query),
  });

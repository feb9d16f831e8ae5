import {
  MeasureQuestion,
  Outcome,
  PromQuestions,
} from '@sightline/backstage-plugin-sightline-node';
import { askPlans, PairsOf } from './askPlans';
import { Round } from './createRound';
import { isAllZero, isEmpty } from './engine/counted';
import { makePlans, Plan } from './plans';
import { createBoundsOf, measurePlanned, Windows } from './measurePlanned';
import { askPyrra, pyrraKeys, pyrraPresence } from './others/askPyrra';
import { askSloth, slothKeys, slothQuestions } from './others/askSloth';

/** How one objective is measured. */
export type Task = {
  question: MeasureQuestion;
  /** what has a value wherever there are data, and where in it the objective is */
  presence: Pick<PromQuestions, 'presence' | 'labels'>;
  keys: readonly string[];
  measure(): Promise<Outcome<Windows>>;
};

export type Tasks = {
  tasks: Task[];
  impossible: MeasureQuestion[];
  /** what is odd about questions, though they were answered */
  oddities(): Promise<string[]>;
};

/** Begins to ask, and says how each objective finds its answers. */
export const createTasks = async (
  round: Round,
  questions: readonly MeasureQuestion[],
): Promise<Tasks> => {
  const { plans, planned, impossible } = makePlans(
    questions.filter(({ indicator }) => indicator.by !== 'recorded'),
  );
  const pairsOf = await askPlans(round, plans);
  const boundsOf = createBoundsOf(round);
  const ours = planned.map(
    (one): Task => ({
      question: one.question,
      presence: one.plan.questions,
      keys: one.keys,
      measure: () => measurePlanned(one, pairsOf, boundsOf),
    }),
  );
  return {
    tasks: [
      ...ours,
      ...questions.flatMap(question => toOthers(round, question)),
    ],
    impossible,
    oddities: () => oddities(plans, pairsOf),
  };
};

const toOthers = (round: Round, question: MeasureQuestion): Task[] => {
  const { indicator } = question;
  if (indicator.by !== 'recorded') return [];
  return indicator.family === 'sloth'
    ? [
        {
          question,
          presence: slothQuestions,
          keys: slothKeys(indicator),
          measure: () => askSloth(round, question),
        },
      ]
    : [
        {
          question,
          presence: pyrraPresence,
          keys: pyrraKeys(indicator),
          measure: () => askPyrra(round, question),
        },
      ];
};

/**
 * What finds no failure in a whole fleet over the longest window may be a question
 * with a slip in it: everything would look well for ever.
 */
const oddities = async (
  plans: readonly Plan[],
  pairsOf: PairsOf,
): Promise<string[]> => {
  const odd: string[] = [];
  for (const plan of plans) {
    const { labels, part, partIs } = plan.questions;
    const longest = plan.windows[plan.windows.length - 1];
    if (labels.length === 0 || partIs !== 'bad') continue;
    const pair = (await pairsOf(plan)).get(longest);
    if (pair?.outcome !== 'ok' || !pair.value.total) continue;
    const { total, part: some } = pair.value;
    if (!isEmpty(total) && isAllZero(some)) {
      odd.push(`Nothing bad was found at any service: is this right? ${part}`);
    }
  }
  return odd;
};

import {
  alertThreshold,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  PromQuestions,
  PromRecording,
} from '@sightline/backstage-plugin-sightline-node';
import { AlertRule } from '../judging';
import { Rule } from './Rule';

const alert = 'SightlineErrorBudgetBurns';

/** 14.4, not 14.399999999999999. */
const clean = (value: number) => Number(value.toPrecision(12));

/** What was counted over one window, as `select` makes it of recorded answers. */
type Counts = { share: string; total?: string; bad?: string };

const countsOf = (
  { questions, select }: Pick<AlertsOf, 'questions' | 'select'>,
  recording: PromRecording,
): ((window: Millis) => Counts) => {
  const recorded = recording.recordedOf(questions);
  const { partIs } = questions;
  return window => {
    const one = (id: string) => select(recording.answers(window, [id]));
    const part = one(recorded.part.id);
    if (!recorded.total) {
      return { share: partIs === 'good-share' ? `1 - ${part}` : part };
    }
    const total = one(recorded.total.id);
    return partIs === 'good'
      ? { share: `1 - ${part} / ${total}`, total, bad: `${total} - ${part}` }
      : { share: `${part} / ${total}`, total, bad: part };
  };
};

/** As many bad ones are no accident, however few events there were; so is it judged here. */
const proof = 10;

export type AlertsOf = {
  questions: PromQuestions;
  rules: readonly AlertRule[];
  period: Millis;
  /** an expression: 0.001, or one for each of those who promise something else */
  budget: string;
  /** so many bad ones the budget must allow in a window, or chance decides; for events alone */
  minimumBadEvents?: number;
  /** picks whom it is about, and leaves the labels that name them */
  select(answers: string): string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
};

/** One alert for each pair of windows: fires while both burn too fast. */
export const alertRules = (of: AlertsOf, recording: PromRecording): Rule[] => {
  const { rules, period, budget, minimumBadEvents, labels } = of;
  const counts = countsOf(of, recording);
  const areEnough = ({ total, bad }: Counts, times: number) =>
    total === undefined || minimumBadEvents === undefined
      ? ''
      : ` and ((${total}) * ${budget} * ${times} >= ${minimumBadEvents} or (${bad}) >= ${Math.max(
          proof,
          minimumBadEvents,
        )})`;
  return rules.map(({ severity, long, short, budgetShare }): Rule => {
    const times = clean(alertThreshold({ budgetShare, window: long, period }));
    const burns = (window: Millis) => {
      const counted = counts(window);
      return `((${counted.share}) > ${times} * ${budget}${areEnough(
        counted,
        times,
      )})`;
    };
    const [over, still] = [long, short].map(recording.durationOf);
    return {
      alert,
      expr: `${burns(long)} and ${burns(short)}`,
      labels: { ...labels, severity, long: over, short: still },
      annotations: {
        ...of.annotations,
        description: `Over ${over} and over ${still} errors burn the budget more than ${times} times as fast as it lasts.`,
      },
    };
  });
};

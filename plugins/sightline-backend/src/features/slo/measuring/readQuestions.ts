import {
  Instant,
  Millis,
  Objective,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Indicator,
  MeasureQuestion,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { historyWindow } from '../engine/history/cellOf';
import { AlertRule, windowsToAsk } from '../engine/judging';
import { InForce } from '../tables';

const PAGE = 500;

/** The windows judging needs, and the one the past is made of; the whole window stays the last. */
const askedWindows = (
  objective: Objective,
  rules: readonly AlertRule[],
  at: Instant,
): Millis[] => {
  const windows = windowsToAsk(objective, rules, at);
  return windows.includes(historyWindow)
    ? windows
    : [historyWindow, ...windows];
};

/** Thousands are asked alike: what is equal is kept once. */
const shared = () => {
  const known = new Map<string, unknown>();
  return <T>(value: T): T => {
    const key = JSON.stringify(value);
    if (!known.has(key)) known.set(key, value);
    return known.get(key) as T;
  };
};

/** What this source is to be asked: everything in force that it measures. */
export const readQuestions = async (options: {
  database: Knex;
  measuredBy: string;
  at: Instant;
  rulesOf(inForce: InForce): readonly AlertRule[];
}): Promise<MeasureQuestion[]> => {
  const { database, measuredBy, at, rulesOf } = options;
  const questions: MeasureQuestion[] = [];
  const share = shared();
  const sharing = (indicator: Indicator): Indicator => {
    if (indicator.by !== 'template') return indicator;
    const { service, ...questionsOfAll } = indicator;
    return { ...share(questionsOfAll), service };
  };
  let after = '';
  for (;;) {
    const rows: { id: string; document: string }[] = await database(
      'slo_objective',
    )
      .where('measured_by', measuredBy)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'document');
    for (const { id, document } of rows) {
      const inForce: InForce = JSON.parse(document);
      const { objective, indicator } = inForce;
      questions.push({
        ...{ objective: id, service: objective.service },
        indicator: sharing(indicator),
        budgeting: share(objective.budgeting),
        windows: share(askedWindows(objective, rulesOf(inForce), at)),
      });
    }
    if (rows.length < PAGE) return questions;
    after = rows[rows.length - 1].id;
    await breathe();
  }
};

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
import { breathe, chunks } from '../../../platform/chunks';
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

/** A question as of any moment. */
type Asking = { hash: string; askAt(at: Instant): MeasureQuestion };

/**
 * What a source is to be asked: everything in force that it measures.
 *
 * Reading it is a good part of what a round costs: the texts of 20,000 objectives
 * are thirty megabytes of JSON, and the same ones every minute. So a document is
 * read when its hash is another one, and what is asked is remembered.
 */
export const createQuestionReader = (options: {
  database: Knex;
  rulesOf(inForce: InForce): readonly AlertRule[];
}) => {
  const { database, rulesOf } = options;
  const remembered = new Map<string, Map<string, Asking>>();

  const toAsking = (
    inForce: InForce,
    hash: string,
    share: ReturnType<typeof shared>,
  ): Asking => {
    const { objective, indicator } = inForce;
    const { id, service } = objective;
    const rules = rulesOf(inForce);
    const question = {
      ...{ objective: id, service, indicator: sharing(indicator, share) },
      budgeting: share(objective.budgeting),
    };
    if (objective.window.kind === 'calendar') {
      const askAt = (at: Instant) => ({
        ...question,
        windows: askedWindows(objective, rules, at),
      });
      return { hash, askAt };
    }
    const same = {
      ...question,
      windows: share(askedWindows(objective, rules, 0)),
    };
    return { hash, askAt: () => same };
  };

  const readAnew = async (
    ids: readonly string[],
    share: ReturnType<typeof shared>,
  ): Promise<Map<string, Asking>> => {
    const found = new Map<string, Asking>();
    for (const chunk of chunks(ids, PAGE)) {
      const rows: { id: string; hash: string; document: string }[] =
        await database('slo_objective')
          .whereIn('id', [...chunk])
          .select('id', 'hash', 'document');
      for (const { id, hash, document } of rows) {
        found.set(id, toAsking(JSON.parse(document), hash, share));
      }
      await breathe();
    }
    return found;
  };

  return {
    async read(measuredBy: string, at: Instant): Promise<MeasureQuestion[]> {
      const before = remembered.get(measuredBy);
      const rows: { id: string; hash: string }[] = await database(
        'slo_objective',
      )
        .where('measured_by', measuredBy)
        .orderBy('id')
        .select('id', 'hash');
      const other = rows.filter(
        ({ id, hash }) => before?.get(id)?.hash !== hash,
      );
      const anew = await readAnew(
        other.map(({ id }) => id),
        shared(),
      );
      const now = new Map<string, Asking>();
      for (const { id } of rows) {
        const asking = anew.get(id) ?? before?.get(id);
        if (asking) now.set(id, asking);
      }
      remembered.set(measuredBy, now);
      return [...now.values()].map(({ askAt }) => askAt(at));
    },
  };
};

const sharing = (
  indicator: Indicator,
  share: ReturnType<typeof shared>,
): Indicator => {
  if (indicator.by !== 'template') return indicator;
  const { service, ...questionsOfAll } = indicator;
  return { ...share(questionsOfAll), service };
};

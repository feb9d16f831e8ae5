import {
  Objective,
  ObjectiveProblem,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { breathe, chunks } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import { changeInWords } from '../engine/changeInWords';
import { addMarks, KeptMark } from '../history/HistoryStore';
import { JudgementStore } from '../judging/JudgementStore';
import { lockObjectives } from '../SloState';
import { InForce, ObjectiveColumns } from '../tables';

const CHUNK = 200;

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value))
    .digest('base64url')
    .slice(0, 22);

/** Counts of another question, or made in another way, say nothing about this one. */
const askedOf = ({ objective, indicator }: InForce) =>
  hashOf([indicator, objective.budgeting, objective.measuredBy]);

const toColumns = (one: InForce): Omit<ObjectiveColumns, 'changed_at'> => {
  const { id, service, name, measuredBy } = one.objective;
  const document = JSON.stringify(one);
  return {
    ...{ id, service, name, document, measured_by: measuredBy },
    hash: hashOf(document),
    asked: askedOf(one),
  };
};

type Known = Pick<ObjectiveColumns, 'id' | 'service' | 'hash' | 'asked'>;

export type ForceStoreOptions = {
  database: Knex;
  clock: Clock;
  judgements: Pick<JudgementStore, 'stated'>;
};

/** Keeps which objectives are in force; what is new or different is judged at once. */
export const createForceStore = (options: ForceStoreOptions) => {
  const { database, clock, judgements } = options;

  /** Marks on the time line, of those whose meaning changed. */
  const markChanges = async (
    trx: Knex,
    rows: readonly Pick<ObjectiveColumns, 'id'>[],
    now: ReadonlyMap<string, Objective>,
  ) => {
    const before: Pick<ObjectiveColumns, 'id' | 'document'>[] = await trx(
      'slo_objective',
    )
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .select('id', 'document');
    const marks = before.flatMap(({ id, document }): KeptMark[] => {
      const { objective } = JSON.parse(document) as InForce;
      const after = now.get(id)!;
      const words = changeInWords(objective, after);
      return words === undefined
        ? []
        : [
            {
              ...{ objective: id, at: clock(), kind: 'objective', words },
              source: after.origin.where,
            },
          ];
    });
    await addMarks(trx, marks);
  };

  const forgetCounts = async (trx: Knex, ids: readonly string[]) => {
    const nothing = { measured_at: null, fresh_until: null, kept: null };
    await trx('slo_status')
      .whereIn('id', [...ids])
      .update(nothing);
  };

  const keepChunk = (
    rows: readonly Omit<ObjectiveColumns, 'changed_at'>[],
    known: ReadonlyMap<string, Known>,
    stated: readonly InForce[],
  ): Promise<Set<ServiceRef>> =>
    database.transaction(async trx => {
      await lockObjectives(trx);
      const objectives = stated.map(({ objective }) => objective);
      await markChanges(trx, rows, new Map(objectives.map(o => [o.id, o])));
      await trx('slo_objective')
        .insert(rows.map(row => ({ ...row, changed_at: clock() })))
        .onConflict('id')
        .merge();
      const other = rows.filter(({ id, asked }) => {
        const before = known.get(id);
        return before !== undefined && before.asked !== asked;
      });
      const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
      if (other.length > 0) await forgetCounts(trx, ids(other));
      return (await judgements.stated(trx, ids(rows))).changed;
    });

  const removeChunk = (rows: readonly Known[]): Promise<void> =>
    database.transaction(async trx => {
      await lockObjectives(trx);
      const ids = rows.map(({ id }) => id);
      for (const table of ['slo_objective', 'slo_state', 'slo_status']) {
        await trx(table).whereIn('id', ids).delete();
      }
    });

  const readKnown = async (): Promise<Map<string, Known>> => {
    const rows: Known[] = await database('slo_objective').select(
      ...['id', 'service', 'hash', 'asked'],
    );
    return new Map(rows.map(row => [row.id, row]));
  };

  return {
    /** All of them, every time; the services of which something is different. */
    async keep(all: readonly InForce[]): Promise<Set<ServiceRef>> {
      const known = await readKnown();
      const changed = new Set<ServiceRef>();
      // A chunk at a time: the texts of a fleet's objectives take tens of megabytes.
      for (const chunk of chunks(all, CHUNK)) {
        const rows = chunk
          .map(toColumns)
          .filter(({ id, hash }) => known.get(id)?.hash !== hash);
        if (rows.length > 0) {
          const services = await keepChunk(rows, known, chunk);
          services.forEach(ref => changed.add(ref));
        }
        await breathe();
      }
      const stated = new Set(all.map(({ objective }) => objective.id));
      const gone = [...known.values()].filter(({ id }) => !stated.has(id));
      for (const chunk of chunks(gone, CHUNK)) {
        await removeChunk(chunk);
        chunk.forEach(({ service }) => changed.add(service as ServiceRef));
      }
      return changed;
    },

    /** What cannot be read, all of it, in the order people are shown it. */
    async keepProblems(problems: readonly ObjectiveProblem[]): Promise<void> {
      const rows = problems.map((problem, place) => ({
        ...{ place, service: problem.service ?? null },
        document: JSON.stringify(problem),
      }));
      await database.transaction(async trx => {
        const before = await trx('slo_problem').orderBy('place').select('*');
        if (hashOf(before) === hashOf(rows)) return;
        await lockObjectives(trx);
        await trx('slo_problem').delete();
        await trx.batchInsert('slo_problem', rows, 100);
      });
    },
  };
};

export type ForceStore = ReturnType<typeof createForceStore>;

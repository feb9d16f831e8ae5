import {
  Fault,
  Instant,
  Millis,
  SourceRun,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Circuit } from '../engine/circuit';
import { KeptState, neverRun, StateRow, toKeptState } from './KeptState';
import { causesAtMost, otherCauses } from './LossBook';

/** A try that has come to its end. */
export type FinishedRun = {
  startedAt: Instant;
  took: Millis;
  outcome: SourceRun['outcome'];
  calls: number;
  fault?: Fault;
  notes: string[];
  questions: number;
  questionsFailed: number;
  circuit: Circuit;
  /** only of a complete round */
  coverage?: { services: number; of: number };
};

export const runsKept = 50;

/** Writes down how the sources are; every replica reads the same. */
export const createIntakeStore = (database: Knex) => {
  const ensure = (tx: Knex, sourceId: string) =>
    tx('intake_source')
      .insert({ source_id: sourceId })
      .onConflict('source_id')
      .ignore();

  const updateState = (tx: Knex, sourceId: string, run: FinishedRun) => {
    const good = run.outcome === 'ok' || run.outcome === 'partial';
    const plus = (column: string, by: number) =>
      tx.raw('intake_source.?? + ?', [column, by]);
    return tx('intake_source')
      .where({ source_id: sourceId })
      .update({
        last_attempt_at: Math.floor(run.startedAt),
        last_success_at: good
          ? Math.floor(run.startedAt + run.took)
          : notAfter(tx, run.startedAt),
        last_outcome: run.outcome,
        consecutive_failures: good ? 0 : plus('consecutive_failures', 1),
        questions: run.questions,
        questions_failed: run.questionsFailed,
        fault_kind: run.fault?.kind ?? null,
        fault_words: run.fault?.words ?? null,
        notes: JSON.stringify(run.notes),
        circuit_failures: run.circuit.failures,
        circuit_opened_at: run.circuit.open?.since ?? null,
        circuit_open_for: Math.ceil(run.circuit.open?.lasts ?? 0) || null,
        runs: plus('runs', 1),
        failures: plus('failures', good ? 0 : 1),
        calls: plus('calls', run.calls),
        took: plus('took', Math.round(run.took)),
        ...(run.coverage || run.outcome === 'ok'
          ? {
              covered: run.coverage?.services ?? null,
              covered_of: run.coverage?.of ?? null,
            }
          : {}),
      });
  };

  // A good moment that lies ahead was noted before the clock was set back; left
  // there, it would keep a failing source fresh until the clock has caught up.
  const notAfter = (tx: Knex, at: Instant) =>
    tx.raw(
      'case when intake_source.last_success_at > ? then ? else intake_source.last_success_at end',
      [Math.floor(at), Math.floor(at)],
    );

  const insertRun = async (tx: Knex, sourceId: string, run: FinishedRun) => {
    await tx('intake_run').insert({
      source_id: sourceId,
      started_at: Math.floor(run.startedAt),
      took: Math.round(run.took),
      outcome: run.outcome,
      calls: run.calls,
      fault_kind: run.fault?.kind ?? null,
      fault_words: run.fault?.words ?? null,
      notes: JSON.stringify(run.notes),
    });
    const oldestKept = await tx('intake_run')
      .where({ source_id: sourceId })
      .orderBy('id', 'desc')
      .offset(runsKept - 1)
      .first('id');
    if (oldestKept) {
      await tx('intake_run')
        .where({ source_id: sourceId })
        .andWhere('id', '<', oldestKept.id)
        .delete();
    }
  };

  return {
    async load(sourceId: string): Promise<KeptState> {
      const row: StateRow | undefined = await database('intake_source')
        .where({ source_id: sourceId })
        .first();
      return row ? toKeptState(row) : neverRun;
    },

    async recordRun(sourceId: string, run: FinishedRun): Promise<void> {
      await database.transaction(async tx => {
        await ensure(tx, sourceId);
        await updateState(tx, sourceId, run);
        await insertRun(tx, sourceId, run);
      });
    },

    /** A stream is open and has spoken: what it said is as of now. */
    async markAlive(
      sourceId: string,
      now: Instant,
      calls: number,
    ): Promise<void> {
      await ensure(database, sourceId);
      await database('intake_source')
        .where({ source_id: sourceId })
        .update({
          last_attempt_at: now,
          last_success_at: now,
          last_outcome: 'ok',
          consecutive_failures: 0,
          circuit_failures: 0,
          circuit_opened_at: null,
          circuit_open_for: null,
          fault_kind: null,
          fault_words: null,
          notes: '[]',
          calls: database.raw('intake_source.calls + ?', [calls]),
        });
    },

    async addLosses(
      sourceId: string,
      losses: ReadonlyMap<string, number>,
      now: Instant,
    ): Promise<void> {
      if (losses.size === 0) return;
      await database.transaction(async tx => {
        const rows = await tx('intake_loss')
          .where({ source_id: sourceId })
          .select('cause');
        const known = new Set(rows.map(row => row.cause as string));
        for (const [cause, count] of losses) {
          const fits = known.has(cause) || known.size < causesAtMost;
          const name = fits ? cause : otherCauses;
          known.add(name);
          await tx('intake_loss')
            .insert({ source_id: sourceId, cause: name, count, last_at: now })
            .onConflict(['source_id', 'cause'])
            .merge({
              count: tx.raw('intake_loss.count + ?', [count]),
              last_at: now,
            });
        }
      });
    },

    async lastSuccesses(): Promise<
      { source: string; lastSuccessAt: Instant }[]
    > {
      const rows = await database('intake_source')
        .whereNotNull('last_success_at')
        .select('source_id', 'last_success_at');
      return rows.map(row => ({
        source: row.source_id,
        lastSuccessAt: Number(row.last_success_at),
      }));
    },
  };
};

export type IntakeStore = ReturnType<typeof createIntakeStore>;

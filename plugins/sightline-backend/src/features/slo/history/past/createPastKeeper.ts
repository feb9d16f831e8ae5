import { LoggerService } from '@backstage/backend-plugin-api';
import { Instant, toIso } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  IndicatorSource,
  Outcome,
  PastMeasurement,
  PastQuestion,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { breathe, chunks } from '../../../../platform/chunks';
import { Clock } from '../../../../platform/clock';
import { figuresOf } from '../../engine/history/cellOf';
import { Cell, cellWidths } from '../../engine/history/cells';
import { nextPiece } from '../../engine/history/pastSpan';
import { InForce, sourceIdOf } from '../../tables';
import { createPastStore, PastGroup } from './PastStore';
import { putBefore, reckonPast } from './writePast';

const { hour } = cellWidths;
const CHUNK = 100;
/** A question has so long; nobody waits for the answer. */
const patience = 60_000;
/** Each is some 60 rows: a fleet's are reckoned over some rounds. */
const reckonedARound = 300;

export type PastKeeperOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  sources: readonly IndicatorSource[];
  minimumBadEvents?: number;
};

type Asking = IndicatorSource & Required<Pick<IndicatorSource, 'past'>>;
type Piece = { from: Instant; to: Instant };

/**
 * Fills the past of objectives that are new to Sightline, once each, with what the
 * systems that measure them knew before. It stands beside the rounds that measure:
 * however slow or ill a system is, those do not wait for it.
 *
 * ```
 *   new ──▶ asking ──(a piece a round, latest first)──▶ reckoning ──▶ done
 *             └── failed: later, and a smaller piece
 * ```
 */
export const createPastKeeper = (options: PastKeeperOptions) => {
  const { database, clock, logger, minimumBadEvents = 1 } = options;
  const store = createPastStore(database);
  const sources = options.sources.filter(
    (source): source is Asking => source.past !== undefined,
  );

  const contextOf = (source: Asking, signal: AbortSignal): AskContext => ({
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    deadline: clock() + patience,
    // The rounds that measure tell what a source costs; this is over in some rounds.
    countCall: () => {},
    lost: (cause, count) =>
      logger.warn(`Lost ${count} of the past of ${source.id}: ${cause}`),
    evidence: () => ({
      source: sourceIdOf(source.id),
      ...{ observedAt: toIso(clock()), validFor: hour },
    }),
  });

  const ask = async (
    source: Asking,
    questions: PastQuestion[],
    piece: Piece,
    signal: AbortSignal,
  ): Promise<Outcome<PastMeasurement[]>> => {
    try {
      const range = { ...piece, step: hour };
      return await source.past(questions, range, contextOf(source, signal));
    } catch (error) {
      return {
        outcome: 'failed',
        fault: { kind: 'unexpected-answer', words: String(error) },
      };
    }
  };

  const inForceOf = async (ids: readonly string[]): Promise<InForce[]> => {
    const all: InForce[] = [];
    for (const chunk of chunks(ids, CHUNK)) {
      const rows: { document: string }[] = await database('slo_objective')
        .whereIn('id', chunk)
        .select('document');
      all.push(...rows.map(({ document }) => JSON.parse(document)));
      await breathe();
    }
    return all;
  };

  /** Cells and how far they reach are written together: cut off, nothing is written twice. */
  const keep = async (
    told: readonly PastMeasurement[],
    targets: ReadonlyMap<string, number>,
    { from }: Piece,
    { begins }: PastGroup,
  ) => {
    for (const chunk of chunks(told, CHUNK)) {
      await database.transaction(async trx => {
        await putBefore(
          trx,
          hour,
          chunk.map(({ objective, steps }) => ({
            objective,
            cells: toCells(steps, targets.get(objective) ?? 0),
          })),
        );
        const ids = chunk.map(({ objective }) => objective);
        const state = from <= begins ? 'reckoning' : 'asking';
        await store.update(trx, ids, { reached: from, state, not_before: 0 });
      });
      await breathe();
    }
  };

  const askNext = async (source: Asking, signal: AbortSignal) => {
    const group = await store.nextGroup(source.id, clock());
    if (!group) return;
    const { tries, answered: objectives } = group;
    const piece = nextPiece(group, { objectives, tries });
    const all = await inForceOf(group.objectives);
    const answer = await ask(source, all.map(toQuestion), piece, signal);
    if (signal.aborted) return;
    if (answer.outcome !== 'ok') {
      const { words } = answer.fault;
      logger.info(`The past of objectives is asked for again later: ${words}`);
      await store.failed(group.objectives, tries, clock());
      return;
    }
    const targets = new Map(
      all.map(({ objective }) => [objective.id, objective.target]),
    );
    const told = answer.value.filter(({ objective }) => targets.has(objective));
    for (const { objective, impossible: words } of told) {
      if (words)
        await store.update(database, [objective], { state: 'done', words });
    }
    await keep(
      told.filter(one => !one.impossible),
      targets,
      piece,
      group,
    );
    const answered = new Set(told.map(({ objective }) => objective));
    const leftOut = group.objectives.filter(id => !answered.has(id));
    await store.failed(leftOut, tries, clock());
  };

  const reckonSome = async (signal: AbortSignal) => {
    for (const one of await store.toReckon(reckonedARound)) {
      if (signal.aborted) return;
      const { objective } = one.inForce;
      const isWhole = await reckonPast(database, {
        ...{ begins: one.begins, ends: one.ends, objective, minimumBadEvents },
      });
      if (isWhole)
        await store.update(database, [objective.id], { state: 'done' });
      await breathe();
    }
  };

  return {
    /** Each source is asked once a round at most. */
    async run(signal: AbortSignal): Promise<void> {
      await store.forgetGone();
      await store.noteNew(
        sources.map(({ id }) => id),
        clock(),
      );
      for (const source of sources) {
        if (!signal.aborted) await askNext(source, signal);
      }
      await reckonSome(signal);
    },
  };
};

const toQuestion = ({ objective, indicator }: InForce): PastQuestion => ({
  ...{ objective: objective.id, service: objective.service },
  ...{ indicator, budgeting: objective.budgeting },
});

const toCells = (steps: PastMeasurement['steps'], target: number): Cell[] =>
  steps
    .filter(({ measured }) => measured.what !== 'no-data')
    .map(({ at, measured }) => ({
      at: at - hour,
      ...figuresOf(measured, target),
    }));

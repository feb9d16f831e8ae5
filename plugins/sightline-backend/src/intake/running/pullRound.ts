import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { PullSource } from '@sightline/backstage-plugin-sightline-node';
import { longestTimer } from '../../platform/resilience/waiting';
import { Ask, Question } from '../asking/Ask';
import { CircuitCell } from '../asking/circuitBroken';
import { afterPlea, circuitState } from '../engine/circuit';
import { durationInWords } from '../engine/inWords';
import { SourceSettings } from '../readIntakeConfig';
import { FinishedRun } from '../store/IntakeStore';
import { batchesOf } from './batches';
import { createRoundTally } from './RoundTally';
import {
  AskedServices,
  askingContext,
  IntakeSurroundings,
  RunningSource,
} from './RunningSource';

/**
 * A round that takes longer than this is ended, so that the next one can begin.
 * One question has its own deadline and a moment to say why it missed it; many
 * may take until the next turn.
 */
export const roundLimit = (settings: SourceSettings): Millis => {
  const { every, timeout, batch } = settings;
  const needed = batch === undefined ? timeout + 1000 : timeout * 2;
  return Math.min(Math.max(every, needed), longestTimer);
};

// For sources that ask about no service: the fleet need not be read for them.
const noServices: AskedServices = async function* none() {};

export type PullRoundOptions = {
  running: RunningSource<PullSource>;
  ask: Ask;
  cell: CircuitCell;
  around: IntakeSurroundings;
  /** when a round ended well the last time, on whichever replica */
  lastGood?: Instant;
  signal: AbortSignal;
};

/**
 * Asks one source about the whole fleet, once:
 *
 * ```
 *   fleet ──pages──▶ batches ──▶ worker 1: ask ─▶ keep ─▶ next …
 *                           └──▶ worker 2: ask ─▶ keep ─▶ next …   (concurrency)
 * ```
 *
 * A worker takes its next batch when the answer to the last one is kept: what
 * is in memory is bounded by the concurrency, not by the fleet. The first batch
 * goes alone while the circuit is not closed, and the round ends where it opens.
 */
export const pullRound = async (
  options: PullRoundOptions,
): Promise<FinishedRun> => {
  const { running, ask, cell, around } = options;
  const { settings, acceptor } = running;
  const { clock, elapsed } = around;
  const limit = roundLimit(settings);
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), limit);
  const signal = AbortSignal.any([options.signal, tooLong.signal]);

  const startedAt = clock();
  const stopwatch = elapsed();
  const tally = createRoundTally();
  const { context, calls } = askingContext(running, around, {
    signal,
    deadline: startedAt + limit,
    lastGood: options.lastGood,
  });
  const questions =
    running.source.wantsServices === false
      ? batchesOf(noServices, undefined)
      : batchesOf(around.services, settings.batch);

  const askOne = async (question: Question) => {
    const answer = await ask(question, context);
    tally.answered(question, answer, clock());
    if (answer.outcome === 'ok' && !signal.aborted) {
      const problems = await acceptor.accept(answer.value);
      problems?.forEach(tally.note);
    }
    return answer.outcome === 'ok';
  };

  const worker = async () => {
    while (!signal.aborted) {
      const next = await questions.next();
      if (next.done) return;
      await askOne(next.value);
      if (circuitState(cell.circuit, clock()) === 'open') {
        tally.note('The remaining services were not asked about');
        return;
      }
    }
  };

  const work = async () => {
    if (circuitState(cell.circuit, clock()) !== 'closed') {
      const first = await questions.next();
      if (first.done || !(await askOne(first.value))) return;
    }
    await Promise.all(
      Array.from({ length: settings.concurrency }, () => worker()),
    );
  };

  try {
    await work();
    if (tooLong.signal.aborted) {
      tally.note(
        `The round was ended after ${durationInWords(
          limit,
        )}; the remaining services were not asked about`,
      );
    }
  } catch (error) {
    // Only reading the fleet throws: sources and takers are wrapped.
    tally.broke({
      kind: 'crashed',
      words: `Sightline could not read its list of services: ${error}`,
    });
  } finally {
    clearTimeout(timer);
    await questions.return(undefined).catch(() => {});
  }
  const plea = tally.plea(clock());
  if (plea !== undefined) {
    cell.circuit = afterPlea(cell.circuit, plea, clock());
  }
  return {
    startedAt,
    took: elapsed() - stopwatch,
    calls: calls(),
    ...tally.sum(),
    circuit: cell.circuit,
  };
};

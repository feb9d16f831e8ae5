import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  Outcome,
  SourceSink,
  WatchSource,
} from '@sightline/backstage-plugin-sightline-node';
import { Lease } from '../../platform/lease/Lease';
import { untilAborted, wait } from '../../platform/resilience/waiting';
import { cleanOutcome, crashed } from '../asking/neverThrowing';
import { backoff } from '../engine/backoff';
import {
  afterBadAnswer,
  Circuit,
  closedCircuit,
  triedAgainAt,
} from '../engine/circuit';
import { FinishedRun } from '../store/IntakeStore';
import { createRunLog } from './RunLog';
import {
  askingContext,
  IntakeSurroundings,
  RunningSource,
} from './RunningSource';
import { flushLosses, Runner } from './Runner';

/** The last moment a Date can hold: a stream has no deadline. */
const noDeadline = 8.64e15;

/** How long a source may take to end after its signal was aborted. */
const grace: Millis = 2000;

export type WatchRunnerOptions = {
  running: RunningSource<WatchSource>;
  around: IntakeSurroundings;
  lease: Lease;
};

type Stream = { accepted: number; newCalls: () => number };

/** Holds a source's stream open, on one replica at a time, and opens it again when it ends. */
export const createWatchRunner = (options: WatchRunnerOptions): Runner => {
  const { running, around, lease } = options;
  const { source, settings, lost } = running;
  const { store, clock, elapsed, random } = around;
  const stopped = new AbortController();
  const log = createRunLog(source.id, around.logger);
  let circuit: Circuit = closedCircuit;
  let open: Stream | undefined;
  let whole: Promise<void> | undefined;

  const sinkOf = (stream: Stream, held: AbortSignal): SourceSink => ({
    accept: async report => {
      // Another replica may hold the stream by now: it must not hear us both.
      if (held.aborted) throw new Error('This stream is over');
      const problems = await running.acceptor.accept(report);
      if (!problems) {
        lost('reports that came faster than they could be kept', 1);
        throw new Error('Too many reports are waiting to be kept');
      }
      if (problems.length > 0) throw new Error(problems.join('; '));
      stream.accepted += 1;
    },
    lost,
    evidence: running.evidence,
  });

  /** Watches until the stream ends, or a little longer than it is allowed to. */
  const watchOnce = async (held: AbortSignal): Promise<FinishedRun> => {
    const startedAt = clock();
    const stopwatch = elapsed();
    const { context, calls } = askingContext(running, around, {
      signal: held,
      deadline: noDeadline,
    });
    let told = 0;
    const stream: Stream = {
      accepted: 0,
      newCalls: () => {
        const fresh = calls() - told;
        told = calls();
        return fresh;
      },
    };
    open = stream;
    const watching = (async () => source.watch(sinkOf(stream, held), context))()
      .then(answer => cleanOutcome<void>(answer, () => undefined))
      .catch(crashed);
    const answer = await endOf(watching, held);
    open = undefined;
    const good = answer.outcome === 'ok';
    circuit =
      good || stream.accepted > 0
        ? closedCircuit
        : afterBadAnswer(circuit, settings.circuit, clock());
    return {
      startedAt,
      took: elapsed() - stopwatch,
      calls: stream.newCalls(),
      outcome: answer.outcome,
      notes: (good && answer.notes) || [],
      questions: 1,
      questionsFailed: good ? 0 : 1,
      circuit,
      ...(good ? {} : { fault: answer.fault }),
    };
  };

  const endOf = async (
    watching: Promise<Outcome<void>>,
    held: AbortSignal,
  ): Promise<Outcome<void>> => {
    const ended = await untilAborted(watching, held);
    if (ended) return ended;
    const done = new AbortController();
    const late = await Promise.race([watching, wait(grace, done.signal)]);
    done.abort();
    if (!late) lost('streams that went on after they were ended', 1);
    return late ?? { outcome: 'ok', value: undefined };
  };

  const keepOpen = async (held: AbortSignal) => {
    circuit = (await store.load(source.id)).circuit;
    let failures = 0;
    while (!held.aborted) {
      const run = await watchOnce(held);
      if (held.aborted) return;
      await store.recordRun(source.id, run);
      log(run);
      failures = run.outcome === 'ok' ? 0 : failures + 1;
      const pause = backoff(settings.retry, Math.max(1, failures), random());
      const resumed = triedAgainAt(circuit, clock());
      const left = resumed === undefined ? 0 : resumed - clock();
      await wait(Math.max(pause, left), held);
    }
  };

  const flush = async () => {
    if (open && open.accepted > 0) {
      await store.markAlive(source.id, clock(), open.newCalls());
    }
    await flushLosses(running, store, clock());
  };

  return {
    start: async () => {
      whole = lease.run(stopped.signal, keepOpen);
    },
    flush,
    stop: async () => {
      stopped.abort();
      await whole;
      await running.acceptor.idle();
    },
  };
};

import {
  Fault,
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import {
  PushSource,
  SourceReport,
  SourceSink,
} from '@sightline/backstage-plugin-sightline-node';
import { wait } from '../../platform/resilience/waiting';
import { closedCircuit } from '../engine/circuit';
import { createRunLog } from './RunLog';
import { IntakeSurroundings, RunningSource } from './RunningSource';
import { flushLosses, Runner } from './Runner';

export type PushRunnerOptions = {
  running: RunningSource<PushSource>;
  around: IntakeSurroundings;
};

/** How long a source may take to close. */
const closingAtMost: Millis = 5000;

type Told = {
  since: Instant;
  took: Millis;
  reports: number;
  refused: number;
  fault?: Fault;
};

/**
 * Opens a source once, here as on every other replica, and lets it talk. It may
 * be told thousands of things a second, so what is written down is a sum every
 * few seconds, not a line a report.
 */
export const createPushRunner = (options: PushRunnerOptions): Runner => {
  const { running, around } = options;
  const { source, lost } = running;
  const { store, clock, elapsed, telemetry } = around;
  const log = createRunLog(source.id, around.logger);
  const closed = new AbortController();
  let told: Told | undefined;

  const note = (took: Millis, fault?: Fault) => {
    told ??= {
      since: clock() - Math.ceil(took),
      took: 0,
      reports: 0,
      refused: 0,
    };
    told.took += took;
    told.reports += 1;
    told.refused += fault ? 1 : 0;
    told.fault = fault ?? told.fault;
    telemetry.answered(source.id, took, fault ? 'failed' : 'ok', fault?.kind);
  };

  const accept = async (report: SourceReport) => {
    if (closed.signal.aborted) throw new Error('Intake has stopped');
    const stopwatch = elapsed();
    const kept = running.acceptor.accept(report);
    const problems = kept
      ? await kept
      : ['reports come faster than they can be kept'];
    if (!kept) lost('reports that came faster than they could be kept', 1);
    const words = problems.join('; ');
    note(elapsed() - stopwatch, words ? { kind: 'crashed', words } : undefined);
    if (words) throw new Error(words);
  };

  const sink: SourceSink = { accept, lost, evidence: running.evidence };

  const open = async () => {
    try {
      await source.open(sink);
    } catch (error) {
      note(0, { kind: 'crashed', words: `It could not be opened: ${error}` });
    }
  };

  const flushTold = async () => {
    const sum = told;
    told = undefined;
    if (!sum) return;
    const { since, took, reports, refused, fault } = sum;
    const some = refused === reports ? 'failed' : 'partial';
    const run = {
      startedAt: since,
      took,
      outcome: refused === 0 ? ('ok' as const) : (some as 'failed' | 'partial'),
      calls: 0,
      notes: [],
      questions: reports,
      questionsFailed: refused,
      circuit: closedCircuit,
      ...(fault ? { fault } : {}),
    };
    await store.recordRun(source.id, run);
    log(run);
  };

  const flush = async () => {
    await flushTold();
    await flushLosses(running, store, clock());
  };

  return {
    // Not awaited: a source that hangs while it opens keeps nobody from starting.
    start: async () => {
      open();
    },
    flush,
    stop: async () => {
      const done = new AbortController();
      const closing = (async () => source.close?.())().catch(error =>
        around.logger.warn(`Source '${source.id}' did not close: ${error}`),
      );
      await Promise.race([closing, wait(closingAtMost, done.signal)]);
      done.abort();
      closed.abort();
      await running.acceptor.idle();
    },
  };
};

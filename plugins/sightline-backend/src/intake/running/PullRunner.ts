import { SchedulerService } from '@backstage/backend-plugin-api';
import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { PullSource } from '@sightline/backstage-plugin-sightline-node';
import { askSource } from '../asking/askSource';
import { wait } from '../../platform/resilience/waiting';
import { CircuitCell } from '../asking/circuitBroken';
import { coalesced } from '../asking/coalesced';
import { circuitState, closedCircuit } from '../engine/circuit';
import { soonAgain } from '../engine/soonAgain';
import { spread } from '../engine/spread';
import { FinishedRun } from '../store/IntakeStore';
import { createRunLog } from './RunLog';
import { pullRound, roundLimit } from './pullRound';
import { IntakeSurroundings, RunningSource } from './RunningSource';
import { flushLosses, Runner } from './Runner';

const schedulerSlack: Millis = 15_000;

export type PullRunnerOptions = {
  running: RunningSource<PullSource>;
  around: IntakeSurroundings;
  scheduler: SchedulerService;
  /** first turns are spread over this long */
  spreadOver: Millis;
};

export type PullRunner = Runner & {
  /** a round now, whatever the circuit says; shared with one that is under way */
  round(): Promise<FinishedRun>;
  /** a round that begins only now: what has happened before is in it */
  roundAnew(): Promise<FinishedRun>;
};

/** Asks a source on its schedule, on one replica at a time, and writes down how it went. */
export const createPullRunner = (options: PullRunnerOptions): PullRunner => {
  const { running, around, scheduler, spreadOver } = options;
  const { source, settings } = running;
  const { store, telemetry, clock } = around;
  const stopped = new AbortController();
  const cell: CircuitCell = { circuit: closedCircuit, probing: false };
  const log = createRunLog(source.id, around.logger);
  const underWay = new Set<Promise<unknown>>();
  const task = `sightline-source-${source.id}`;
  let lastGood: Instant | undefined;
  let failures = 0;

  const ask = askSource({
    ...around,
    source,
    settings,
    cell,
    onLate: () => running.lost('answers that came after the deadline', 1),
  });

  const roundNow = async (signal: AbortSignal): Promise<FinishedRun> => {
    const run = await pullRound({
      running,
      ask,
      cell,
      around,
      lastGood,
      signal,
    });
    // A round that we ended ourselves says nothing about the source.
    if (!stopped.signal.aborted || run.outcome === 'ok') {
      await store.recordRun(source.id, run);
      log(run);
    }
    await flushLosses(running, store, clock());
    return run;
  };

  const inSpan = (signal: AbortSignal) =>
    telemetry.span('round', source.id, {}, () => roundNow(signal));

  const round = coalesced(
    (_id: string, signal: AbortSignal) => {
      const working = inSpan(AbortSignal.any([signal, stopped.signal]));
      underWay.add(working);
      const forget = () => underWay.delete(working);
      working.then(forget, forget);
      return working;
    },
    id => id,
  );

  const readState = async () => {
    // Another replica may have had the last turn.
    if (underWay.size === 0) {
      const kept = await store.load(source.id);
      cell.circuit = kept.circuit;
      lastGood = kept.lastSuccessAt;
      failures = kept.consecutiveFailures;
    }
  };

  const turn = async (signal: AbortSignal) => {
    await readState();
    if (circuitState(cell.circuit, clock()) === 'open') return;
    const { outcome } = await round(source.id, signal);
    failures = outcome === 'retry' ? failures + 1 : 0;
    const { every } = settings;
    const { circuit } = cell;
    const pause = soonAgain({ failures, circuit, every, now: clock() });
    if (pause !== undefined) void turnAgain(pause);
  };

  /** Whichever replica takes it. */
  const turnAgain = async (pause: Millis) => {
    await wait(pause, stopped.signal);
    if (stopped.signal.aborted) return;
    // It may be under way by now, and then nothing is to be done.
    await scheduler.triggerTask(task).catch(() => {});
  };

  return {
    async start() {
      const delay = spread(source.id, Math.min(spreadOver, settings.every));
      await scheduler.scheduleTask({
        id: task,
        scope: 'global',
        frequency: { milliseconds: settings.every },
        timeout: { milliseconds: roundLimit(settings) + schedulerSlack },
        ...(delay > 0 ? { initialDelay: { milliseconds: delay } } : {}),
        signal: stopped.signal,
        fn: turn,
      });
    },
    async roundAnew() {
      await Promise.allSettled(underWay);
      return this.round();
    },
    async round() {
      await readState();
      if (cell.circuit.open && underWay.size === 0) {
        // A person asks: the circuit is half-open from now on.
        cell.circuit = {
          ...cell.circuit,
          open: { ...cell.circuit.open, lasts: 0 },
        };
      }
      return round(source.id, stopped.signal);
    },
    async flush() {
      await flushLosses(running, store, clock());
    },
    async stop() {
      stopped.abort();
      await Promise.allSettled(underWay);
      await running.acceptor.idle();
    },
  };
};

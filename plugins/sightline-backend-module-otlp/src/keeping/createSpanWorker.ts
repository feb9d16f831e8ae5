import { setTimeout as wait } from 'node:timers/promises';
import { MessagePort } from 'node:worker_threads';
import {
  CallEngineLimits,
  CallsReport,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { describeTrouble } from './describeTrouble';
import { freeBytes } from './DiskRoom';
import { joined, ReceivedBody } from './ReceivedBody';
import { SpanPipeline, Taken } from './SpanPipeline';

/** What the worker is started with. */
export type SpanWorkerSettings = {
  folder: string;
  limits: CallEngineLimits;
  bodyAtMost: number;
  logAtMost: number;
  reportEvery: number;
};

export type ToWorker =
  | { say: 'body'; id: number; body: ReceivedBody }
  | { say: 'kept'; sequence: number; problem?: string }
  | { say: 'stop' };

export type FromWorker =
  /** said when the log is read, and whenever it changes */
  | { say: 'state'; whyNot: string | undefined }
  | { say: 'taken'; id: number; taken: Taken }
  | { say: 'report'; report: CallsReport }
  | { say: 'lost'; cause: string; count: number }
  /** and ends: the next worker reads the log anew */
  | { say: 'failed'; words: string };

/** Beyond this, keeping a report holds the event loop of the portal for longer than a few milliseconds. */
const edgesOfAReportAtMost = 100;
const pauseAtMost = 1000;
const watchEvery = 1000;

/**
 * The worker thread: all that takes long happens here, so that the portal's
 * event loop does no more than pass bodies and reports through.
 */
export const createSpanWorker = (
  port: MessagePort,
  settings: SpanWorkerSettings,
) => {
  const say = (message: FromWorker) => port.postMessage(message);
  const kept = new Map<number, (problem?: string) => void>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const pipeline = new SpanPipeline({
    ...settings,
    edgesOfAReportAtMost,
    now: () => Date.now(),
    free: freeBytes,
    lost: (cause, count) => say({ say: 'lost', cause, count }),
    report: report => handOver(report),
  });

  const keep = (report: CallsReport) =>
    new Promise<void>((resolve, reject) => {
      kept.set(report.sequence, problem =>
        problem ? reject(new Error(problem)) : resolve(),
      );
      say({ say: 'report', report });
    });

  /** And leaves the portal alone for as long as it took: five hundred in a row would be all it does. */
  const handOver = async (report: CallsReport) => {
    const begun = performance.now();
    await keep(report);
    const pause = Math.min(performance.now() - begun, pauseAtMost);
    await wait(pause, undefined, { signal }).catch(() => {});
  };

  let whyNot: string | undefined;
  let working: Promise<unknown> = Promise.resolve();

  const fail = (error: unknown) => {
    say({ say: 'failed', words: describeTrouble(error, settings.folder) });
    process.exit(1);
  };

  /** Tells what changed; ends the worker when memory and disk have parted. */
  const tellState = () => {
    if (pipeline.broken !== undefined) fail(pipeline.broken);
    const now = pipeline.whyNot();
    if (now !== whyNot) say({ say: 'state', whyNot: now });
    whyNot = now;
  };

  const repeatedly = async (every: number, work: () => Promise<void>) => {
    while (!signal.aborted) {
      // What could not be written down or handed over is so with the next round:
      // whoever keeps reports says why, and a full disk is told by the state.
      await work().catch(() => {});
      tellState();
      await wait(every, undefined, { signal }).catch(() => {});
    }
  };

  const open = async () => {
    await pipeline.open();
    whyNot = pipeline.whyNot();
    say({ say: 'state', whyNot });
    working = Promise.all([
      repeatedly(settings.reportEvery, () => pipeline.advance()),
      repeatedly(watchEvery, () => pipeline.watch()),
    ]);
  };

  const stop = async () => {
    stopping.abort();
    await working;
    await pipeline.close();
    process.exit(0);
  };

  const take = async (id: number, body: ReceivedBody) => {
    const taken = await pipeline.take(joined(body));
    say({ say: 'taken', id, taken });
    // After the answers to all that waited for the same write.
    if (taken.taken === 'not-now') setImmediate(tellState);
  };

  port.on('message', (message: ToWorker) => {
    switch (message.say) {
      case 'body':
        take(message.id, message.body).catch(fail);
        break;
      case 'kept':
        kept.get(message.sequence)?.(message.problem);
        kept.delete(message.sequence);
        break;
      default:
        stop().catch(fail);
    }
  });

  open().catch(fail);
};

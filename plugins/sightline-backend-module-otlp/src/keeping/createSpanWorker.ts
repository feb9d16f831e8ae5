import { MessagePort } from 'node:worker_threads';
import {
  CallEngineLimits,
  CallsReport,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { Body, SpanPipeline, Taken } from './SpanPipeline';

/** What the worker is started with. */
export type SpanWorkerSettings = {
  folder: string;
  limits: CallEngineLimits;
  bodyAtMost: number;
  logAtMost: number;
  reportEvery: number;
};

export type ToWorker =
  | { say: 'body'; id: number; body: Body }
  | { say: 'kept'; sequence: number; problem?: string }
  | { say: 'stop' };

export type FromWorker =
  | { say: 'ready' }
  | { say: 'taken'; id: number; taken: Taken }
  | { say: 'report'; report: CallsReport }
  | { say: 'lost'; cause: string; count: number }
  | { say: 'stopped' };

/** Beyond this a report takes the event loop of the portal longer than a few milliseconds. */
const edgesOfAReportAtMost = 250;

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
  const pipeline = new SpanPipeline({
    ...settings,
    edgesOfAReportAtMost,
    now: () => Date.now(),
    lost: (cause, count) => say({ say: 'lost', cause, count }),
    report: report =>
      new Promise((resolve, reject) => {
        kept.set(report.sequence, problem =>
          problem ? reject(new Error(problem)) : resolve(),
        );
        say({ say: 'report', report });
      }),
  });
  let timer: NodeJS.Timeout | undefined;
  let advancing: Promise<void> = Promise.resolve();
  let isStopping = false;

  const beat = () => {
    advancing = pipeline.advance().catch(() => {
      // Said by whoever could not keep the report; the next beat tries again.
    });
    advancing.then(() => {
      // Memory and disk have parted: the next worker reads the disk.
      if (pipeline.isBroken) process.exit(1);
      if (!isStopping) timer = setTimeout(beat, settings.reportEvery);
    });
  };

  const stop = async () => {
    isStopping = true;
    clearTimeout(timer);
    await advancing;
    await pipeline.close();
    say({ say: 'stopped' });
    port.close();
  };

  port.on('message', async (message: ToWorker) => {
    if (message.say === 'body') {
      const taken = await pipeline.take(message.body);
      say({ say: 'taken', id: message.id, taken });
    } else if (message.say === 'kept') {
      kept.get(message.sequence)?.(message.problem);
      kept.delete(message.sequence);
    } else {
      await stop();
    }
  });

  pipeline.open().then(() => {
    say({ say: 'ready' });
    beat();
  });
};

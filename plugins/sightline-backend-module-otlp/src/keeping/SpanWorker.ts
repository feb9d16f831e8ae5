import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { FromWorker, SpanWorkerSettings, ToWorker } from './createSpanWorker';
import { Body, Taken } from './SpanPipeline';

export type SpanWorkerOptions = {
  settings: SpanWorkerSettings;
  /** for a worker whose code must be compiled first, in tests */
  execArgv?: string[];
  keep: (report: CallsReport) => Promise<void>;
  lost: (cause: string, count: number) => void;
  /** the worker ended by itself; it is started again */
  onEnd: (words: string) => void;
};

const workerFile =
  '@sightline/backstage-plugin-sightline-backend-module-otlp/spanWorker';
const restartAfter = 1000;

/** The main thread's end: bodies in, answers and reports out. */
export class SpanWorker {
  private worker?: Worker;
  private isReady = false;
  private isStopped = false;
  private nextId = 0;
  private readonly waiting = new Map<
    number,
    { bytes: number; done: (taken: Taken) => void }
  >();
  private restart?: NodeJS.Timeout;
  private underWay = 0;

  constructor(private readonly options: SpanWorkerOptions) {}

  start() {
    const { settings, execArgv } = this.options;
    const worker = new Worker(require.resolve(workerFile), {
      workerData: settings,
      ...(execArgv ? { execArgv } : {}),
    });
    this.worker = worker;
    worker.on('message', (message: FromWorker) => this.hear(message));
    let words = 'it ended';
    worker.on('error', error => {
      words = `${error}`;
    });
    worker.on('exit', () => this.ended(words));
  }

  /** False while it reads its log, and while it is being started again. */
  get canTake() {
    return this.isReady;
  }

  /** Bytes that were handed over and are not answered yet. */
  get bytesUnderWay() {
    return this.underWay;
  }

  take(body: Body): Promise<Taken> {
    if (!this.isReady) {
      return Promise.resolve({ taken: 'not-now', words: 'Not ready yet' });
    }
    const id = this.nextId;
    this.nextId += 1;
    const bytes = body.body.length;
    this.underWay += bytes;
    return new Promise(done => {
      this.waiting.set(id, { bytes, done });
      this.tell({ say: 'body', id, body }, [body.body.buffer as ArrayBuffer]);
    });
  }

  async stop() {
    this.isStopped = true;
    this.isReady = false;
    clearTimeout(this.restart);
    if (!this.worker) return;
    const ended = once(this.worker, 'exit');
    this.tell({ say: 'stop' });
    await ended;
  }

  private tell(message: ToWorker, transfer: ArrayBuffer[] = []) {
    this.worker?.postMessage(message, transfer);
  }

  private hear(message: FromWorker) {
    switch (message.say) {
      case 'ready':
        this.isReady = !this.isStopped;
        break;
      case 'taken':
        this.answer(message.id, message.taken);
        break;
      case 'report':
        this.keep(message.report);
        break;
      case 'lost':
        this.options.lost(message.cause, message.count);
        break;
      default:
    }
  }

  private async keep(report: CallsReport) {
    const { sequence } = report;
    try {
      await this.options.keep(report);
      this.tell({ say: 'kept', sequence });
    } catch (error) {
      this.tell({ say: 'kept', sequence, problem: `${error}` });
    }
  }

  private answer(id: number, taken: Taken) {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    this.underWay -= waiting.bytes;
    waiting.done(taken);
  }

  /** Whoever waits does not know whether its spans are safe, and sends them again. */
  private ended(words: string) {
    this.isReady = false;
    this.worker = undefined;
    [...this.waiting.keys()].forEach(id =>
      this.answer(id, { taken: 'not-now', words: 'The worker has ended' }),
    );
    if (this.isStopped) return;
    this.options.onEnd(words);
    this.restart = setTimeout(() => this.start(), restartAfter);
  }
}

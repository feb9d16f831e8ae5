import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { LoggerService } from '@backstage/backend-plugin-api';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { FromWorker, SpanWorkerSettings, ToWorker } from './createSpanWorker';
import { describeTrouble } from './describeTrouble';
import { beatEvery, FolderLock, lockForProcess } from './FolderLock';
import { makeFolder } from './folders';
import { memoryOf, ReceivedBody } from './ReceivedBody';
import { Taken } from './SpanPipeline';
import { UnansweredBodies } from './UnansweredBodies';

export type SpanWorkerOptions = {
  settings: SpanWorkerSettings;
  /** for a worker whose code must be compiled first, in tests */
  execArgv?: string[];
  keep: (report: CallsReport) => Promise<void>;
  lost: (cause: string, count: number) => void;
  logger: Pick<LoggerService, 'info' | 'warn'>;
};

/** Beside this folder, whatever the package is called where it is installed; built, it ends otherwise. */
const workerFile = require.resolve(
  __filename.endsWith('.ts') ? '../spanWorker.ts' : '../spanWorker.cjs.js',
);
const restartAfter = 500;
const restartAfterAtMost = 30_000;
const notReady = 'Not ready yet';

/**
 * The main thread's end: bodies in, answers and reports out. Holds the folder,
 * and starts a worker in it again and again until it is stopped: one that ended
 * leaves on the disk all that it said is safe.
 */
export class SpanWorker {
  private readonly unanswered = new UnansweredBodies();
  private readonly stopping = new AbortController();
  private refusing?: string = notReady;
  private said = '';
  private lock?: FolderLock;
  private thread?: Worker;
  private running: Promise<void> = Promise.resolve();
  private opened: (words?: string) => void = () => {};

  constructor(private readonly options: SpanWorkerOptions) {}

  /** Resolves when it takes spans; rejects with why it does not, and goes on trying. */
  start(): Promise<void> {
    this.running = this.run();
    return new Promise((resolve, reject) => {
      this.opened = words =>
        words === undefined ? resolve() : reject(new Error(words));
    });
  }

  /** Why senders have to wait: it reads its log, is started again, or the disk is full. */
  get whyNot(): string | undefined {
    return this.refusing;
  }

  /** Memory of bodies that were handed over and are not answered yet. */
  get bytesUnderWay() {
    return this.unanswered.bytes;
  }

  take(body: ReceivedBody): Promise<Taken> {
    if (this.refusing !== undefined) {
      return Promise.resolve({ taken: 'not-now', words: this.refusing });
    }
    const { id, answered } = this.unanswered.add(memoryOf(body));
    const memory = body.pieces.map(({ buffer }) => buffer as ArrayBuffer);
    this.tell({ say: 'body', id, body }, memory);
    return answered;
  }

  async stop() {
    this.refusing = 'The portal is being stopped';
    this.stopping.abort();
    this.tell({ say: 'stop' });
    await this.running;
  }

  private async run() {
    const { signal } = this.stopping;
    const { folder } = this.options.settings;
    let pause = restartAfter;
    while (!signal.aborted) {
      const words = await this.live().catch(error =>
        describeTrouble(error, folder),
      );
      if (signal.aborted) break;
      const wasOpen = this.said === '';
      pause = wasOpen ? restartAfter : Math.min(2 * pause, restartAfterAtMost);
      this.warn(`No traces are taken: ${words}`);
      await wait(pause, undefined, { signal }).catch(() => {});
    }
    await this.lock?.release();
  }

  /** From taking the folder to the end of a worker, for whatever reason. */
  private async live(): Promise<string> {
    await this.takeFolder();
    if (this.stopping.signal.aborted) return '';
    const { settings, execArgv } = this.options;
    const thread = new Worker(workerFile, {
      workerData: settings,
      ...(execArgv ? { execArgv } : {}),
    });
    this.thread = thread;
    let words = 'the worker ended';
    const end = (error: unknown) => {
      words = describeTrouble(error, settings.folder);
      thread.terminate();
    };
    thread.on('message', (message: FromWorker) => {
      if (message.say === 'failed') words = message.words;
      else this.hear(message);
    });
    thread.on('error', end);
    const beating = setInterval(() => this.beat().catch(end), beatEvery);
    await new Promise(resolve => thread.once('exit', resolve));
    clearInterval(beating);
    this.thread = undefined;
    if (!this.stopping.signal.aborted) this.refusing = notReady;
    // Whoever waits does not know whether its spans are safe, and sends them again.
    this.unanswered.answerAll({ taken: 'not-now', words });
    return words;
  }

  private async takeFolder() {
    if (this.lock) return;
    const { folder } = this.options.settings;
    const { signal } = this.stopping;
    await makeFolder(folder);
    const lock = await lockForProcess({
      folder,
      wait: milliseconds => wait(milliseconds, undefined, { signal }),
    });
    await lock.take(holder =>
      this.warn(`No traces are taken: ${holder} works in ${folder}`),
    );
    this.lock = lock;
  }

  private async beat() {
    try {
      await this.lock?.beat();
    } catch (error) {
      this.lock = undefined;
      throw error;
    }
  }

  private tell(message: ToWorker, transfer: ArrayBuffer[] = []) {
    this.thread?.postMessage(message, transfer);
  }

  private hear(message: Exclude<FromWorker, { say: 'failed' }>) {
    switch (message.say) {
      case 'state':
        this.changeState(message.whyNot);
        break;
      case 'taken':
        this.unanswered.answer(message.id, message.taken);
        break;
      case 'report':
        this.keep(message.report);
        break;
      default:
        this.options.lost(message.cause, message.count);
    }
  }

  private changeState(whyNot: string | undefined) {
    if (this.stopping.signal.aborted) return;
    this.refusing = whyNot;
    if (whyNot !== undefined) {
      this.warn(`No traces are taken: ${whyNot}`);
      return;
    }
    this.opened();
    if (this.said !== '') this.options.logger.info('Traces are taken again');
    this.said = '';
  }

  /** Once, however often it is tried. */
  private warn(words: string) {
    this.opened(words);
    if (this.said !== words) this.options.logger.warn(words);
    this.said = words;
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
}

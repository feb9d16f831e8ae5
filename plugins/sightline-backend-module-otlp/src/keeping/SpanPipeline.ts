import { join } from 'node:path';
import {
  CallEngine,
  CallEngineLimits,
  CallsReport,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { Body, BodyDecoder, Refused } from './BodyDecoder';
import { describeTrouble } from './describeTrouble';
import { DiskRoom } from './DiskRoom';
import { makeFolder } from './folders';
import { Frame } from './frames';
import { Handover } from './Handover';
import { inSmallParts } from './inSmallParts';
import { SegmentLog } from './SegmentLog';

/** What the sender is told. */
export type Taken =
  | { taken: 'safe'; rejected: number }
  | { taken: 'not-now'; words: string }
  | Refused;

export type SpanPipelineOptions = {
  /** for the log and the checkpoint; no other process may use it */
  folder: string;
  limits: CallEngineLimits;
  bodyAtMost: number;
  logAtMost: number;
  edgesOfAReportAtMost: number;
  now: () => number;
  /** bytes that are free on the disk */
  free: (folder: string) => Promise<number>;
  /** resolves when the report is kept; rejects when it has to be sent again */
  report: (report: CallsReport) => Promise<void>;
  lost: (cause: string, count: number) => void;
};

const mebibyte = 2 ** 20;
const largestBuffer = 2 ** 30;
const freeAtLeast = 32 * mebibyte;
/** A clock that is set back by less stands still for us until it has caught up. */
const setBackAtMost = 60_000;

/**
 * From a body to edges, so that a crash at any moment neither loses a span that
 * somebody was told is safe, nor counts one twice.
 *
 * ```
 *   body ─▶ decode ─▶ engine (memory) ─▶ log (disk) ─▶ "safe"
 *                        │ settle, drain
 *                        ▼
 *                     checkpoint (disk): reports 7, 8 and "settled up to batch 41"
 *                        │
 *                        ▼
 *                     reports 7, 8 ─▶ whoever keeps them ─▶ next checkpoint
 *
 *   after a crash: send 7, 8 again (the keeper knows their numbers), read the
 *   log again: batches up to 41 are known but counted, those from 42 on count
 * ```
 */
export class SpanPipeline {
  private readonly decoder = new BodyDecoder();
  private readonly engine: CallEngine;
  private readonly log: SegmentLog;
  private readonly handover: Handover;
  private readonly room: DiskRoom;
  private lastBatch = -1;
  private lastArrival = -Infinity;
  private brokenBy?: string;
  private readonly appending = new Set<Promise<void>>();

  constructor(private readonly options: SpanPipelineOptions) {
    const { folder, free } = options;
    this.engine = new CallEngine(options.limits);
    this.log = new SegmentLog(join(folder, 'segments'));
    this.handover = new Handover(options);
    this.room = new DiskRoom({ folder, free, reserve: freeAtLeast });
  }

  /** Reads what a former life left behind. */
  async open() {
    await makeFolder(this.options.folder);
    await this.room.look();
    let isFirst = !(await this.handover.open());
    this.lastBatch = this.handover.settledBatch;
    for await (const frame of this.log.open(this.options.now())) {
      // Numbers have no gaps, unless the disk made them.
      const missing = isFirst ? 0 : frame.id - this.lastBatch - 1;
      if (missing > 0) {
        this.options.lost('batches that the disk did not give back', missing);
      }
      isFirst = false;
      this.takeAgain(frame);
    }
  }

  /** Why nobody can be told that anything is safe; `undefined` when all is well. */
  whyNot(bytes = 0): string | undefined {
    if (this.brokenBy !== undefined) return this.brokenBy;
    if (!this.room.has(bytes)) {
      return `The disk with ${this.options.folder} has less than ${
        freeAtLeast / mebibyte
      } MiB left`;
    }
    return this.log.bytes > this.options.logAtMost
      ? 'What was received and is not counted yet is as much as it may be (sightline.otlp.log)'
      : undefined;
  }

  /** Memory and disk may have parted: only opening anew helps. */
  get broken(): string | undefined {
    return this.brokenBy;
  }

  /** Answers when the body is on the disk, or says why it never will be. */
  async take(body: Body): Promise<Taken> {
    const whyNot = this.whyNot(body.body.length);
    if (whyNot !== undefined) return { taken: 'not-now', words: whyNot };
    const refused = this.decoder.decode(body, this.options.bodyAtMost);
    if (refused) return refused;
    const { rejected, spans } = this.decoder.columns;
    if (spans === 0) return { taken: 'safe', rejected };

    this.lastBatch += 1;
    // A clock that is set back would unsettle what is settled.
    this.lastArrival = Math.max(this.lastArrival, this.options.now());
    const batch = { id: this.lastBatch, arrivedAt: this.lastArrival };
    try {
      this.engine.take(this.decoder.columns, batch);
    } catch (error) {
      // Half of it is in memory now, and none of it on the disk.
      this.brokenBy = `A batch could not be counted: ${error}`;
      return { taken: 'failed', words: this.brokenBy };
    }
    return this.append({ ...body, ...batch }, rejected);
  }

  /** To be called now and then: looks at what changes without our doing. */
  async watch() {
    await this.room.look();
    if (this.options.now() < this.lastArrival - setBackAtMost) {
      // Until the clock has caught up nothing would be counted. Whoever reads
      // the log anew takes what seems to come from the future for just arrived.
      this.brokenBy ??= 'The clock was set back';
    }
  }

  /** Settles, writes down what was counted, and hands it over. */
  async advance() {
    const { engine, handover, options } = this;
    await handover.handOver();
    if (!handover.isUnwritten) {
      engine.settle(options.now());
      Object.entries(engine.takeLosses()).forEach(([cause, count]) =>
        options.lost(cause, count),
      );
      const { edgesOfAReportAtMost: atMost } = options;
      const { parts, settledBatch } = engine.drain(atMost);
      handover.add(inSmallParts(parts, atMost), settledBatch);
    }
    // What is counted must not be newer than what is on the disk: after a crash
    // in between, its sender would send it again, and to us it would be new.
    await Promise.allSettled(this.appending);
    if (this.brokenBy !== undefined) throw new Error(this.brokenBy);
    await handover.writeDown();
    await handover.handOver();
    await this.releaseLog();
  }

  async close() {
    await this.log.close();
  }

  private async append(frame: Frame, rejected: number): Promise<Taken> {
    const appended = this.log.append(frame);
    this.appending.add(appended);
    try {
      await appended;
    } catch (error) {
      this.brokenBy ??= describeTrouble(error, this.options.folder);
      return { taken: 'not-now', words: this.brokenBy };
    } finally {
      this.appending.delete(appended);
    }
    this.room.use(frame.body.length);
    return { taken: 'safe', rejected };
  }

  private takeAgain(frame: Frame) {
    const { id, arrivedAt } = frame;
    this.lastBatch = Math.max(this.lastBatch, id);
    this.lastArrival = Math.max(this.lastArrival, arrivedAt);
    // It was taken once; a limit that was lowered since does not undo that.
    const refused = this.decoder.decode(frame, largestBuffer);
    if (refused) {
      this.options.lost('batches that can no longer be read', 1);
      return;
    }
    const isCounted = id <= this.handover.settledBatch;
    this.engine.take(this.decoder.columns, { id, arrivedAt, isCounted });
  }

  private async releaseLog() {
    const { settledBatch } = this.handover;
    const since = this.options.now() - this.options.limits.resentWithin;
    await this.log.release(
      ({ lastId, lastAt }) => lastId > settledBatch || lastAt > since,
    );
  }
}

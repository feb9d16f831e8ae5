import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CallEngine,
  CallEngineLimits,
  CallsReport,
  gunzip,
  OtlpProtobufDecoder,
  readOtlpJson,
  SpanColumns,
  StringTable,
  UndecodableError,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { Checkpoint, CheckpointFile } from './Checkpoint';
import { Frame } from './frames';
import { SegmentLog } from './SegmentLog';

export type Body = Pick<Frame, 'encoding' | 'isGzip' | 'body'>;

/** What the sender is told. */
export type Taken =
  | { taken: 'safe'; rejected: number }
  | { taken: 'undecodable' | 'too-large' | 'not-now'; words: string };

export type SpanPipelineOptions = {
  /** for the log and the checkpoint; no other process may use it */
  folder: string;
  limits: CallEngineLimits;
  bodyAtMost: number;
  logAtMost: number;
  edgesOfAReportAtMost: number;
  now: () => number;
  /** resolves when the report is kept; rejects when it has to be sent again */
  report: (report: CallsReport) => Promise<void>;
  lost: (cause: string, count: number) => void;
};

/** Interned strings are renewed beyond this, between two batches. */
const stringsAtMost = 1 << 17;
const largestBuffer = 2 ** 30;
const stringBytesAtMost = 16 * 2 ** 20;

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
  private readonly strings = new StringTable();
  private readonly columns = new SpanColumns(this.strings);
  private readonly decoder = new OtlpProtobufDecoder(this.columns);
  private readonly engine: CallEngine;
  private readonly log: SegmentLog;
  private readonly checkpoints: CheckpointFile;
  private checkpoint!: Checkpoint;
  private lastBatch = -1;
  private lastArrival = -Infinity;
  private broken = false;
  private readonly appending = new Set<Promise<void>>();

  constructor(private readonly options: SpanPipelineOptions) {
    this.engine = new CallEngine(options.limits);
    this.log = new SegmentLog(join(options.folder, 'segments'));
    this.checkpoints = new CheckpointFile(options.folder);
  }

  /** Reads what a former life left behind. */
  async open() {
    await mkdir(this.options.folder, { recursive: true });
    this.checkpoint = (await this.checkpoints.read()) ?? {
      writer: randomUUID(),
      sequence: 0,
      settledBatch: -1,
      pending: [],
    };
    this.lastBatch = this.checkpoint.settledBatch;
    for await (const frame of this.log.open()) {
      // It was taken once; a limit that was lowered since does not undo that.
      this.decode(frame, largestBuffer);
      this.engine.take(this.columns, {
        id: frame.id,
        arrivedAt: frame.arrivedAt,
        isCounted: frame.id <= this.checkpoint.settledBatch,
      });
      this.lastBatch = Math.max(this.lastBatch, frame.id);
      this.lastArrival = frame.arrivedAt;
    }
  }

  /** Answers when the body is on the disk, or says why it never will be. */
  async take(body: Body): Promise<Taken> {
    if (this.broken || this.log.bytes > this.options.logAtMost) {
      return { taken: 'not-now', words: 'The log of spans is full or broken' };
    }
    const refused = this.refusalOf(body);
    if (refused) return refused;
    const { rejected, spans } = this.columns;
    if (spans === 0) return { taken: 'safe', rejected };

    const id = this.lastBatch + 1;
    this.lastBatch = id;
    // A clock that is set back would unsettle what is settled.
    this.lastArrival = Math.max(this.lastArrival, this.options.now());
    const arrivedAt = this.lastArrival;
    this.engine.take(this.columns, { id, arrivedAt });
    const appended = this.log.append({ ...body, id, arrivedAt });
    this.appending.add(appended);
    try {
      await appended;
    } catch (error) {
      this.broken = true;
      return { taken: 'not-now', words: `The disk refused: ${error}` };
    } finally {
      this.appending.delete(appended);
    }
    return { taken: 'safe', rejected };
  }

  /** True when memory and disk may have parted: only opening anew helps. */
  get isBroken() {
    return this.broken;
  }

  /** Settles, writes down what was counted, and hands it over. */
  async advance() {
    const { engine, options } = this;
    await this.handOver();
    engine.settle(options.now());
    Object.entries(engine.takeLosses()).forEach(([cause, count]) =>
      options.lost(cause, count),
    );
    const { parts, settledBatch } = engine.drain(options.edgesOfAReportAtMost);
    const { writer, sequence, settledBatch: before } = this.checkpoint;
    if (settledBatch <= before && parts.length === 0) return;
    const pending = parts.map((part, at) => ({
      writer,
      sequence: sequence + at,
      ...part,
    }));
    const next = {
      writer,
      sequence: sequence + pending.length,
      settledBatch: Math.max(before, settledBatch),
    };
    try {
      // What is counted must not be newer than what is on the disk: after a crash
      // in between, its sender would send it again, and to us it would be new.
      await Promise.all(this.appending);
      await this.checkpoints.write({ ...next, pending });
    } catch (error) {
      // What was drained is in memory alone; the disk has it all, uncounted.
      this.broken = true;
      throw error;
    }
    this.checkpoint = { ...next, pending };
    await this.handOver();
    await this.releaseLog();
  }

  async close() {
    await this.log.close();
  }

  /** Reports are kept in their order, so the keeper needs to know one number a writer. */
  private async handOver() {
    const { pending } = this.checkpoint;
    while (pending.length > 0) {
      await this.options.report(pending[0]);
      pending.shift();
    }
  }

  private async releaseLog() {
    const { settledBatch } = this.checkpoint;
    const since = this.options.now() - this.options.limits.resentWithin;
    await this.log.release(
      ({ lastId, lastAt }) => lastId > settledBatch || lastAt > since,
    );
  }

  private refusalOf(body: Body): Taken | undefined {
    try {
      this.decode(body, this.options.bodyAtMost);
      return undefined;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ERR_BUFFER_TOO_LARGE') {
        const words = `The body is larger than ${this.options.bodyAtMost} bytes when unpacked`;
        return { taken: 'too-large', words };
      }
      if (error instanceof UndecodableError || code.startsWith('Z_')) {
        return { taken: 'undecodable', words: (error as Error).message };
      }
      throw error;
    }
  }

  private decode({ encoding, isGzip, body }: Body, bytesAtMost: number) {
    const { strings, columns } = this;
    if (
      strings.size > stringsAtMost ||
      strings.byteLength > stringBytesAtMost
    ) {
      strings.renew();
    }
    columns.clear();
    const bytes = isGzip ? gunzip(body, bytesAtMost) : body;
    if (encoding === 'json') readOtlpJson(textOf(bytes), columns);
    else this.decoder.decode(bytes);
  }
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString();

/** Of errors by Node, zlib's for one; empty for others. */
const codeOf = (error: unknown) =>
  String((error as NodeJS.ErrnoException).code ?? '');

import { randomUUID } from 'node:crypto';
import {
  CallsPart,
  CallsReport,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { Checkpoint, CheckpointFile } from './Checkpoint';

export type HandoverOptions = {
  folder: string;
  /** resolves when the report is kept; rejects when it has to be sent again */
  report: (report: CallsReport) => Promise<void>;
};

/**
 * Counts on their way to whoever keeps them: first written down under their
 * numbers, then handed over in their order, until each was accepted.
 *
 * ```
 *   add(parts) ─▶ next (memory) ─▶ written (disk) ─▶ report(7), report(8) ─▶ kept
 *                    └─ the write failed: the same again ─┘
 * ```
 */
export class Handover {
  private readonly file: CheckpointFile;
  private written: Checkpoint = {
    writer: randomUUID(),
    sequence: 0,
    settledBatch: -1,
    pending: [],
  };
  private next?: Checkpoint;

  constructor(private readonly options: HandoverOptions) {
    this.file = new CheckpointFile(options.folder);
  }

  /** Answers whether a former life left anything. */
  async open(): Promise<boolean> {
    const before = await this.file.read();
    if (before) this.written = before;
    return before !== undefined;
  }

  /** Batches up to here are on disk as counted. */
  get settledBatch() {
    return this.written.settledBatch;
  }

  /** There is something that the disk does not have yet. */
  get isUnwritten() {
    return this.next !== undefined;
  }

  /** Takes what was counted, up to and with this batch. */
  add(parts: readonly CallsPart[], settledBatch: number) {
    const { writer, sequence, settledBatch: before } = this.written;
    if (settledBatch <= before && parts.length === 0) return;
    this.next = {
      writer,
      sequence: sequence + parts.length,
      settledBatch: Math.max(before, settledBatch),
      pending: parts.map((part, at) => ({
        writer,
        sequence: sequence + at,
        ...part,
      })),
    };
  }

  async writeDown() {
    if (!this.next) return;
    await this.file.write(this.next);
    this.written = this.next;
    this.next = undefined;
  }

  /** In their order, so that the keeper needs to know one number a writer. */
  async handOver() {
    const { pending } = this.written;
    while (pending.length > 0) {
      await this.options.report(pending[0]);
      pending.shift();
    }
  }
}

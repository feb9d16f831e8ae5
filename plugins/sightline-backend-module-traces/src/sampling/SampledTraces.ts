import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { CallsPart } from '@sightline/backstage-plugin-sightline-node';
import {
  CallEngine,
  defaultCallEngineLimits,
  OtlpProtobufDecoder,
  readOtlpObject,
  SpanColumns,
  StringTable,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { asSample } from './engine/asSample';
import { beginOfTraces, OtlpTraces, slicesOfTraces } from './engine/otlpTraces';
import { TimeWindow } from './engine/windowAt';

export type SampledTracesOptions = {
  window: TimeWindow;
  tracesAtMost: number;
  now: Instant;
  lost: (cause: string, count: number) => void;
};

/** Of whole traces that are all here at once: nothing has to wait in memory for long. */
const limits = {
  ...defaultCallEngineLimits,
  spansAtMost: 2 ** 18,
  resentAtMost: 2 ** 20,
  messagesAtMost: 2 ** 16,
  nodesAtMost: 10_000,
  operationsAtMost: 50_000,
  rowsAtMost: 5_000,
  journeyTracesAtMost: 2 ** 14,
};

const stringsAtMost = 2 ** 17;
const stringBytesAtMost = 16 * 2 ** 20;

/** Read in one go: a few milliseconds. Then everybody else gets a turn of the event loop. */
const spansAtOnce = 200;
const breathe = () => new Promise<void>(resolve => setImmediate(resolve));

/**
 * The traces of one window, and the calls in them. It is begun anew for each
 * window and thrown away with it, so that a round that fails half-way leaves
 * nothing behind that would be taken for counted.
 *
 * A trace counts in the window in which its first span begins, wherever else it
 * is found: windows may overlap by what crosses their border, and yet no trace
 * counts twice.
 *
 * ```
 *   ├──── window 17 ────┼──── window 18 ────┤
 *            [frontend ─────────]               counts in 17,
 *                  [orders ───]                 found by both:
 *                        [mail ───]             mail has a span in 18
 * ```
 */
export class SampledTraces {
  private readonly columns = new SpanColumns(new StringTable());
  private readonly decoder = new OtlpProtobufDecoder(this.columns);
  private readonly engine = new CallEngine(limits);
  private readonly known = new Set<string>();
  private batches = 0;

  constructor(private readonly options: SampledTracesOptions) {}

  /** Whether to fetch a trace: not when another service's search found it before. */
  claim(traceId: string): boolean {
    if (this.known.has(traceId)) return false;
    if (this.isFull) {
      this.options.lost('traces beyond the most of one window', 1);
      return false;
    }
    this.known.add(traceId);
    return true;
  }

  get isEmpty() {
    return this.batches === 0;
  }

  get isFull() {
    return this.known.size >= this.options.tracesAtMost;
  }

  /** Takes those of an answer's traces that belong here and are new. */
  async takeJson(traces: OtlpTraces) {
    const begins = [...beginOfTraces(traces)];
    const wanted = begins
      .filter(([id, begin]) => this.belongsHere(begin) && this.claim(id))
      .map(([id]) => id);
    const which = { wanted: new Set(wanted), spansAtMost: spansAtOnce };
    for (const slice of slicesOfTraces(traces, which)) {
      this.clear();
      readOtlpObject(slice, this.columns);
      this.count();
      await breathe();
    }
  }

  /** Takes one claimed trace; throws when these are no spans. Answers how many there were. */
  takeProtobuf(pieces: readonly Uint8Array[]): number {
    this.clear();
    pieces.forEach(piece => this.decoder.decode(piece));
    return this.takeOne();
  }

  /** The same for a back-end that answers in JSON though it was asked for protobuf. */
  takeOneJson(trace: Record<string, unknown>): number {
    this.clear();
    readOtlpObject(trace, this.columns);
    return this.takeOne();
  }

  /** All calls in what was taken; nothing more can be taken afterwards. */
  async finish(): Promise<CallsPart> {
    const { engine, options } = this;
    const parts: CallsPart[] = [];
    const drain = () => parts.push(...engine.drain(limits.rowsAtMost).parts);
    for (let batch = 0; batch < this.batches; batch++) {
      // Whole traces are here: nothing is worth waiting for.
      const now = this.arrivalOf(batch) + limits.pairingWithin;
      while (!engine.settle(now)) drain();
      await breathe();
    }
    drain();
    Object.entries(engine.takeLosses()).forEach(([cause, count]) =>
      options.lost(cause, count),
    );
    return asSample(parts);
  }

  private takeOne(): number {
    const { spans } = this.columns;
    if (spans > 0 && this.belongsHere(this.beginOfColumns())) this.count();
    return spans;
  }

  private belongsHere(begin: Instant) {
    const { from, to } = this.options.window;
    return begin >= from && begin < to;
  }

  private beginOfColumns(): Instant {
    const { starts, spans } = this.columns;
    let begin = Infinity;
    for (let row = 0; row < spans; row++) {
      begin = Math.min(begin, millis(starts[row * 2], starts[row * 2 + 1]));
    }
    return begin;
  }

  private clear() {
    const { strings } = this.columns;
    if (
      strings.size > stringsAtMost ||
      strings.byteLength > stringBytesAtMost
    ) {
      strings.renew();
    }
    this.columns.clear();
  }

  private count() {
    const { columns, engine, options } = this;
    if (columns.rejected > 0) {
      options.lost('spans without valid ids', columns.rejected);
    }
    const arrivedAt = this.arrivalOf(this.batches);
    engine.take(columns, { id: this.batches, arrivedAt });
    this.batches += 1;
  }

  /** One after the other, so that each can be settled by itself. */
  private arrivalOf(batch: number): Instant {
    return this.options.now + batch;
  }
}

/** Of nanoseconds in two words, exactly: 2^32 ns are 4294 ms and 967,296 ns. */
const millis = (low: number, high: number): Instant =>
  high * 4294 + Math.floor((high * 967_296 + low) / 1e6);

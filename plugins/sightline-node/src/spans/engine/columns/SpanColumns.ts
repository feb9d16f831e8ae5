import {
  AttributeKey,
  rankShift,
  resourceSlotCount,
  spanSlotCount,
  stringOfCell,
} from './attributeKeys';
import { StringTable } from './StringTable';
import { TooManyRowsError } from './TooManyRowsError';

/** `Span.kind` on the wire. */
export const spanKinds = {
  unspecified: 0,
  internal: 1,
  server: 2,
  client: 3,
  producer: 4,
  consumer: 5,
} as const;

/** `Status.code` on the wire. */
export const statusError = 2;

/**
 * A resource that says nothing takes two bytes on the wire, which gzip makes next
 * to nothing of, and 32 in memory: without an end to them a body of a quarter of
 * a megabyte would take a gigabyte.
 */
const mostRows = 2 ** 20;

/** In `Span.flags`: the parent is in another process, and its being so is known. */
export const parentIsRemote = 0x300;

/**
 * A batch of spans as columns: what a decoder writes and the engine reads. No
 * object is made for a span, an attribute or a string.
 *
 * ```
 *   row          0         1         2        ids are big-endian words, so that
 *   traceIds   ┌─┬─┬─┬─┐ ┌─┬─┬─┬─┐ ┌─┬─ ─    comparing and hashing are integer work
 *   spanIds    ┌─┬─┐     ┌─┬─┐     ┌─┬─ ─
 *   starts     ┌lo┬hi┐   ┌lo┬hi┐   ┌─┬─ ─    nanoseconds since 1970 as two words
 *   attributes ┌── a column a slot ──┐┌─ ─   cell = rank << 28 | string, 0 = none
 * ```
 *
 * A row is written between `openSpan` and `closeSpan`; one that is never closed
 * is overwritten by the next. There is an end to spans, resources and links, each:
 * beyond it a TooManyRowsError is thrown, and what is in the columns is half a batch.
 * @public
 */
export class SpanColumns {
  /** closed rows */
  spans = 0;
  resources = 0;
  links = 0;
  /** spans that were no spans: ids missing, zero or of the wrong length */
  rejected = 0;

  traceIds = new Uint32Array(0);
  spanIds = new Uint32Array(0);
  parentIds = new Uint32Array(0);
  starts = new Uint32Array(0);
  ends = new Uint32Array(0);
  kinds = new Uint8Array(0);
  statuses = new Uint8Array(0);
  flags = new Uint32Array(0);
  names = new Uint32Array(0);
  resourceOf = new Uint32Array(0);
  /** `ot=th` of the trace state as a weight; 0 when nothing is said */
  weights = new Float64Array(0);
  /** links of row n are linkStarts[n] to linkStarts[n + 1] */
  linkStarts = new Uint32Array(1);
  attributes = new Uint32Array(0);

  linkTraceIds = new Uint32Array(64);
  linkSpanIds = new Uint32Array(32);
  resourceAttributes = new Uint32Array(resourceSlotCount * 16);

  private capacity = 0;

  constructor(
    readonly strings: StringTable,
    private readonly rowsAtMost = mostRows,
  ) {
    this.reserve(1024);
  }

  /** Makes ready for the next batch. */
  clear() {
    this.attributes.fill(0, 0, (this.spans + 1) * spanSlotCount);
    this.resourceAttributes.fill(0);
    this.spans = 0;
    this.resources = 0;
    this.links = 0;
    this.rejected = 0;
  }

  openResource(): number {
    const row = this.resources;
    if (row === this.rowsAtMost) throw this.tooMany('resources');
    this.resources += 1;
    if ((row + 1) * resourceSlotCount > this.resourceAttributes.length) {
      this.resourceAttributes = grown(this.resourceAttributes);
    }
    return row;
  }

  /** The row to write to: all zero but for its resource. */
  openSpan(resource: number): number {
    const row = this.spans;
    if (row === this.rowsAtMost) throw this.tooMany('spans');
    if (row + 1 >= this.capacity) this.reserve(this.capacity * 2);
    // `fill` costs more to call than four words cost to write.
    const { traceIds } = this;
    traceIds[row * 4] = traceIds[row * 4 + 1] = 0;
    traceIds[row * 4 + 2] = traceIds[row * 4 + 3] = 0;
    this.spanIds[row * 2] = this.spanIds[row * 2 + 1] = 0;
    this.parentIds[row * 2] = this.parentIds[row * 2 + 1] = 0;
    this.starts[row * 2] = this.starts[row * 2 + 1] = 0;
    this.ends[row * 2] = this.ends[row * 2 + 1] = 0;
    this.kinds[row] = 0;
    this.statuses[row] = 0;
    this.flags[row] = 0;
    this.names[row] = 0;
    this.weights[row] = 0;
    this.resourceOf[row] = resource;
    this.links = this.linkStarts[row];
    return row;
  }

  /** Counts the row in when its ids are ids, else counts it as rejected. */
  closeSpan(row: number) {
    const { traceIds, spanIds } = this;
    const t = row * 4;
    const hasTrace =
      (traceIds[t] | traceIds[t + 1] | traceIds[t + 2] | traceIds[t + 3]) !== 0;
    if (hasTrace && (spanIds[row * 2] | spanIds[row * 2 + 1]) !== 0) {
      this.linkStarts[row + 1] = this.links;
      this.spans = row + 1;
      return;
    }
    this.rejected += 1;
    this.attributes.fill(0, row * spanSlotCount, (row + 1) * spanSlotCount);
  }

  openLink(): number {
    const row = this.links;
    if (row === this.rowsAtMost) throw this.tooMany('links');
    this.links += 1;
    if (row * 2 + 2 > this.linkSpanIds.length) {
      this.linkTraceIds = grown(this.linkTraceIds);
      this.linkSpanIds = grown(this.linkSpanIds);
    }
    this.linkTraceIds.fill(0, row * 4, row * 4 + 4);
    this.linkSpanIds[row * 2] = this.linkSpanIds[row * 2 + 1] = 0;
    return row;
  }

  setSpanAttribute(row: number, key: AttributeKey, value: number) {
    setCell(this.attributes, row * spanSlotCount + key.slot, key.rank, value);
  }

  setResourceAttribute(row: number, key: AttributeKey, value: number) {
    const cell = row * resourceSlotCount + key.slot;
    setCell(this.resourceAttributes, cell, key.rank, value);
  }

  /** The string in a span's slot, 0 for none. */
  attributeOf(row: number, slot: number): number {
    return this.attributes[row * spanSlotCount + slot] & stringOfCell;
  }

  resourceAttributeOf(row: number, slot: number): number {
    return (
      this.resourceAttributes[row * resourceSlotCount + slot] & stringOfCell
    );
  }

  private tooMany(what: string) {
    return new TooManyRowsError(what, this.rowsAtMost);
  }

  private reserve(rows: number) {
    this.capacity = rows;
    this.traceIds = resized(this.traceIds, rows * 4);
    this.spanIds = resized(this.spanIds, rows * 2);
    this.parentIds = resized(this.parentIds, rows * 2);
    this.starts = resized(this.starts, rows * 2);
    this.ends = resized(this.ends, rows * 2);
    this.kinds = resized(this.kinds, rows);
    this.statuses = resized(this.statuses, rows);
    this.flags = resized(this.flags, rows);
    this.names = resized(this.names, rows);
    this.resourceOf = resized(this.resourceOf, rows);
    this.weights = resized(this.weights, rows);
    this.linkStarts = resized(this.linkStarts, rows + 1);
    this.attributes = resized(this.attributes, rows * spanSlotCount);
  }
}

const setCell = (
  cells: Uint32Array,
  at: number,
  rank: number,
  value: number,
) => {
  const known = cells[at] >>> rankShift;
  // The same name twice: the later one, as everywhere in protobuf. A value that
  // is no text says nothing, and so takes nothing back: what it would uncover
  // (the word of a lesser name) is forgotten by then.
  if (value !== 0 && rank >= known) {
    cells[at] = ((rank << rankShift) | value) >>> 0;
  }
};

type Column = Uint8Array | Uint32Array | Float64Array;

const resized = <T extends Column>(column: T, length: number): T => {
  const larger = new (column.constructor as new (length: number) => T)(length);
  larger.set(column);
  return larger;
};

const grown = <T extends Column>(column: T): T =>
  resized(column, column.length * 2);

import { levelOf } from './SampleShare';

export const traceStates = {
  /** its spans are being gathered */
  open: 0,
  /** it was read, or was too old to be */
  read: 1,
  /** it was read in a former life of the process */
  counted: 2,
  /** it is in no journey */
  leftOut: 3,
} as const;

/**
 * The traces of the sample, by the arrival of their first spans, findable by id.
 *
 * ```
 *      tail                     unread                     head
 *        │ known, so that what     │  waiting for more of     │
 *        │ comes late is known as  │  their spans             │
 *        └─────────────────────────┴──────────────────────────┘
 *      oldest                                             newest
 * ```
 *
 * Their spans are in the window of spans: each leads back to the one before it
 * of the same trace, and the last one is remembered here.
 */
export class SampledTraces {
  /** position of the trace's first span, and of its last */
  firsts!: Float64Array;
  lasts!: Float64Array;
  /** what comes at that time or later is too late */
  closing!: Float64Array;
  counts!: Int32Array;
  states!: Uint8Array;
  /** one trace of 2^level is read */
  levels!: Uint8Array;

  private ids!: Int32Array;
  private hashes!: Int32Array;
  private next!: Int32Array;
  private heads!: Int32Array;
  private capacity = 0;
  private tail = 0;
  private unread = 0;
  private head = 0;

  constructor(private readonly atMost: number) {
    this.allocate(Math.min(1 << 10, largestPower(atMost)));
  }

  get size() {
    return this.head - this.tail;
  }

  get isFull() {
    return this.size >= this.capacity && this.capacity * 2 > this.atMost;
  }

  /** Whether twice as many would be too many. */
  get isCrowded() {
    return this.size * 2 > this.atMost;
  }

  /** Its place, or -1. */
  find(hash: number, ids: Int32Array, at: number): number {
    let place = this.heads[this.bucketOf(hash)];
    while (place !== -1) {
      if (this.hashes[place] === hash && this.isTrace(place, ids, at)) {
        return place;
      }
      place = this.next[place];
    }
    return -1;
  }

  /** A place for one more trace, its other columns yet to be written. */
  add(hash: number, ids: Int32Array, at: number): number {
    if (this.size >= this.capacity) this.rebuild(this.capacity * 2, 0);
    const place = this.placeOf(this.head);
    for (let word = 0; word < 4; word++) {
      this.ids[place * 4 + word] = ids[at + word];
    }
    this.link(place, hash);
    this.head += 1;
    return place;
  }

  /** The place of the next unread trace that began before that position, or -1. */
  nextUnread(before: number): number {
    if (this.unread === this.head) return -1;
    const place = this.placeOf(this.unread);
    if (this.firsts[place] >= before) return -1;
    this.unread += 1;
    return place;
  }

  /** Lets go of traces that were read and began before that position. */
  forget(before: number) {
    while (this.tail < this.unread) {
      const place = this.placeOf(this.tail);
      if (this.firsts[place] >= before) return;
      this.unlink(place);
      this.tail += 1;
    }
  }

  /** Keeps the traces of that level or above; answers how many others were waiting. */
  keepOnly(level: number): number {
    return this.rebuild(this.capacity, level);
  }

  private placeOf(number: number) {
    return number & (this.capacity - 1);
  }

  private bucketOf(hash: number) {
    // Its lower bits are what traces of a small sample have in common.
    return (
      (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8) &
      (this.heads.length - 1)
    );
  }

  private isTrace(place: number, ids: Int32Array, at: number) {
    const own = this.ids;
    const from = place * 4;
    return (
      own[from + 3] === ids[at + 3] &&
      own[from + 2] === ids[at + 2] &&
      own[from + 1] === ids[at + 1] &&
      own[from] === ids[at]
    );
  }

  private link(place: number, hash: number) {
    const bucket = this.bucketOf(hash);
    this.hashes[place] = hash;
    this.next[place] = this.heads[bucket];
    this.heads[bucket] = place;
  }

  private unlink(place: number) {
    const bucket = this.bucketOf(this.hashes[place]);
    if (this.heads[bucket] === place) {
      this.heads[bucket] = this.next[place];
      return;
    }
    let before = this.heads[bucket];
    while (this.next[before] !== place) before = this.next[before];
    this.next[before] = this.next[place];
  }

  private allocate(capacity: number) {
    this.capacity = capacity;
    this.firsts = new Float64Array(capacity);
    this.lasts = new Float64Array(capacity);
    this.closing = new Float64Array(capacity);
    this.counts = new Int32Array(capacity);
    this.states = new Uint8Array(capacity);
    this.levels = new Uint8Array(capacity);
    this.ids = new Int32Array(capacity * 4);
    this.hashes = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    this.heads = new Int32Array(capacity).fill(-1);
  }

  /** Everything anew, in its order, without traces below that level. */
  private rebuild(capacity: number, level: number): number {
    const before = { ...this };
    const oldMask = this.capacity - 1;
    const { tail, unread, head } = this;
    let left = 0;
    this.allocate(capacity);
    this.tail = this.unread = this.head = 0;
    for (let number = tail; number < head; number++) {
      const from = number & oldMask;
      if (number === unread) this.unread = this.head;
      if (levelOf(before.hashes[from]) < level) {
        if (before.states[from] === traceStates.open) left += 1;
        continue;
      }
      const to = this.add(before.hashes[from], before.ids, from * 4);
      for (const column of columns) this[column][to] = before[column][from];
      this.levels[to] = Math.max(this.levels[to], level);
    }
    if (unread === head) this.unread = this.head;
    return left;
  }
}

const columns = [
  'firsts',
  'lasts',
  'closing',
  'counts',
  'states',
  'levels',
] as const;

const largestPower = (atMost: number) => 2 ** Math.floor(Math.log2(atMost));

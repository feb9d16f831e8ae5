import { HeldNames } from '../describing/HeldNames';

/**
 * The spans of the last moments, by arrival, findable by id.
 *
 * ```
 *      tail                    settled                     head
 *        │ found as parents, but  │  still waiting for what   │
 *        │ counted already        │  belongs to them          │
 *        └────────────────────────┴───────────────────────────┘
 *      oldest                                             newest
 * ```
 *
 * A span is known by its position, a number that only ever grows; its place in
 * the arrays is that number modulo their length. Nothing is moved and nothing
 * freed: what falls off the tail is overwritten.
 *
 * Columns, although a parent's cells are then a miss of the cache each: spans are
 * written and settled in the order of their places, and columns read in order
 * are there before they are needed. One record of 128 bytes for each span was
 * tried instead, and was no faster, neither with a hundred thousand spans in
 * memory nor with two million whose parents were all in other batches.
 */
export class SpanWindow {
  tail = 0;
  head = 0;

  /** trace id, span id, parent id: eight words */
  ids!: Int32Array;
  nodes!: Int32Array;
  operations!: Int32Array;
  peers!: Int32Array;
  traits!: Int32Array;
  /** whole microseconds since 1970, as the span's own clock says */
  starts!: Float64Array;
  /** milliseconds since 1970 */
  ends!: Float64Array;
  /** microseconds */
  durations!: Float64Array;
  weights!: Float32Array;
  /** the parent's position, or -1 while it is not known */
  parents!: Float64Array;
  /** what answered this call, as far as known: how many, and of one of them who and how */
  answers!: Int32Array;
  answerNodes!: Int32Array;
  answerOperations!: Int32Array;
  answerWays!: Int32Array;
  answerRanks!: Int32Array;
  /** how many positions back the span of the same trace stands that is read with it; 0 for none */
  backs!: Int32Array;

  private next!: Int32Array;
  private heads!: Int32Array;
  private capacity = 0;

  constructor(private readonly spansAtMost: number) {
    this.allocate(1 << 12);
  }

  get size() {
    return this.head - this.tail;
  }

  get isFull() {
    return this.size >= this.capacity && this.capacity * 2 > this.spansAtMost;
  }

  get byteLength() {
    return this.capacity * (8 * 4 + 10 * 4 + 4 * 8 + 4 + 2 * 4);
  }

  placeOf(position: number): number {
    // Positions outgrow 32 bits; their lower bits are all that counts here.
    return position & (this.capacity - 1);
  }

  /** A place for one more span, its ids yet to be written and then `link`ed. */
  open(): number {
    if (this.size >= this.capacity) this.grow();
    const place = this.placeOf(this.head);
    this.answers[place] = 0;
    this.answerNodes[place] = -1;
    this.parents[place] = -1;
    this.backs[place] = 0;
    return place;
  }

  /** Makes the span at the head findable, and moves the head. */
  link(place: number) {
    const bucket = this.bucketOf(place, 4);
    this.next[place] = this.heads[bucket];
    this.heads[bucket] = place;
    this.head += 1;
  }

  /** Lets go of the oldest span. */
  dropTail() {
    const place = this.placeOf(this.tail);
    const bucket = this.bucketOf(place, 4);
    if (this.heads[bucket] === place) this.heads[bucket] = this.next[place];
    else {
      let before = this.heads[bucket];
      while (this.next[before] !== place) before = this.next[before];
      this.next[before] = this.next[place];
    }
    this.tail += 1;
  }

  hasParent(place: number): boolean {
    return (this.ids[place * 8 + 6] | this.ids[place * 8 + 7]) !== 0;
  }

  /**
   * The place of the span that this one names as its parent, or -1. Found once
   * and remembered by its position: looking it up is a walk through memory that
   * no cache holds.
   */
  parentOf(place: number): number {
    const known = this.parents[place];
    if (known >= this.tail) return this.placeOf(known);
    if (known !== -1 || !this.hasParent(place)) return -1;
    const at = place * 8;
    const parent = this.find(this.ids, at, this.ids, at + 6);
    if (parent !== -1) {
      const mask = this.capacity - 1;
      const offset = (parent - this.placeOf(this.tail)) & mask;
      this.parents[place] = this.tail + offset;
    }
    return parent;
  }

  /** The place of a span by its id, or -1. */
  find(
    traces: Int32Array | Uint32Array,
    trace: number,
    spans: Int32Array | Uint32Array,
    span: number,
  ): number {
    const t0 = traces[trace] | 0;
    const t1 = traces[trace + 1] | 0;
    const t2 = traces[trace + 2] | 0;
    const t3 = traces[trace + 3] | 0;
    const s0 = spans[span] | 0;
    const s1 = spans[span + 1] | 0;
    const { ids, next } = this;
    let place = this.heads[hashOf(t1, t3, s0, s1) & (this.heads.length - 1)];
    while (place !== -1) {
      const at = place * 8;
      if (
        ids[at + 5] === s1 &&
        ids[at + 4] === s0 &&
        ids[at + 3] === t3 &&
        ids[at + 2] === t2 &&
        ids[at + 1] === t1 &&
        ids[at] === t0
      ) {
        return place;
      }
      place = next[place];
    }
    return -1;
  }

  /** Marks the names of all spans. */
  hold(held: HeldNames) {
    for (let position = this.tail; position < this.head; position++) {
      const place = this.placeOf(position);
      held.node(this.nodes[place]);
      held.node(this.peers[place]);
      held.operation(this.operations[place]);
      if (this.answers[place] === 0) continue;
      held.node(this.answerNodes[place]);
      held.operation(this.answerOperations[place]);
    }
  }

  private bucketOf(place: number, span: number) {
    const at = place * 8;
    const { ids } = this;
    const hash = hashOf(
      ids[at + 1],
      ids[at + 3],
      ids[at + span],
      ids[at + span + 1],
    );
    return hash & (this.heads.length - 1);
  }

  private allocate(capacity: number) {
    this.capacity = capacity;
    this.ids = new Int32Array(capacity * 8);
    this.nodes = new Int32Array(capacity);
    this.operations = new Int32Array(capacity);
    this.peers = new Int32Array(capacity);
    this.traits = new Int32Array(capacity);
    this.starts = new Float64Array(capacity);
    this.ends = new Float64Array(capacity);
    this.durations = new Float64Array(capacity);
    this.weights = new Float32Array(capacity);
    this.parents = new Float64Array(capacity);
    this.answers = new Int32Array(capacity);
    this.answerNodes = new Int32Array(capacity);
    this.answerOperations = new Int32Array(capacity);
    this.answerWays = new Int32Array(capacity);
    this.answerRanks = new Int32Array(capacity);
    this.backs = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    this.heads = new Int32Array(capacity).fill(-1);
  }

  /** Twice the room: every span keeps its position and gets a new place. */
  private grow() {
    const before = { ...this };
    const oldMask = this.capacity - 1;
    this.allocate(this.capacity * 2);
    const { head, tail } = this;
    for (let position = tail; position < head; position++) {
      const from = position & oldMask;
      const to = this.placeOf(position);
      for (const column of columns) this[column][to] = before[column][from];
      for (let word = 0; word < 8; word++) {
        this.ids[to * 8 + word] = before.ids[from * 8 + word];
      }
      const bucket = this.bucketOf(to, 4);
      this.next[to] = this.heads[bucket];
      this.heads[bucket] = to;
    }
  }
}

const columns = [
  'nodes',
  'operations',
  'peers',
  'traits',
  'starts',
  'ends',
  'durations',
  'weights',
  'parents',
  'answers',
  'answerNodes',
  'answerOperations',
  'answerWays',
  'answerRanks',
  'backs',
] as const;

const hashOf = (t1: number, t3: number, s0: number, s1: number) => {
  const hash =
    Math.imul(s1 ^ t3, 0x9e3779b1) ^ Math.imul(s0 ^ (t1 << 3), 0x85ebca6b);
  return hash ^ (hash >>> 15);
};

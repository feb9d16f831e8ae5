import { HeldNames } from '../describing/HeldNames';

/** Room to begin with, and the least there can be. */
const smallest = 1 << 12;

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

  /** by place and by hash: 32 bits of the position of the last span before with that hash */
  private next!: Int32Array;
  private heads!: Int32Array;
  private capacity = 0;

  constructor(private readonly spansAtMost: number) {
    this.allocate(smallest);
  }

  get size() {
    return this.head - this.tail;
  }

  get isFull() {
    return this.size >= this.capacity && this.capacity * 2 > this.spansAtMost;
  }

  /**
   * So many may wait to be settled: half of the most that have room. The other
   * half is there to be found as parents, however fast spans arrive.
   */
  get waitingAtMost() {
    const most = 2 ** Math.floor(Math.log2(this.spansAtMost));
    return Math.max(most, smallest) / 2;
  }

  get byteLength() {
    return this.capacity * (8 * 4 + 10 * 4 + 4 * 8 + 4 + 3 * 4);
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
    this.index(place, this.head);
    this.head += 1;
  }

  /**
   * Lets go of the oldest span. That is all: it is the last of its chain, and
   * whoever walks along one stops at the first that is too old.
   */
  dropTail() {
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
    const parent = this.findParent(place);
    if (parent === -1) return -1;
    this.parents[place] = parent;
    return this.placeOf(parent);
  }

  /** Whether a span names that one as its parent. */
  isParent(parent: number, place: number): boolean {
    const { ids } = this;
    const up = parent * 8;
    const at = place * 8;
    return (
      ids[at + 7] === ids[up + 5] &&
      ids[at + 6] === ids[up + 4] &&
      ids[at + 3] === ids[up + 3] &&
      ids[at + 2] === ids[up + 2] &&
      ids[at + 1] === ids[up + 1] &&
      ids[at] === ids[up]
    );
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

  /** The position of the span that this one names as its parent, or -1. */
  private findParent(place: number): number {
    const { ids, next, head, size } = this;
    const at = place * 8;
    const t0 = ids[at];
    const t1 = ids[at + 1];
    const t2 = ids[at + 2];
    const t3 = ids[at + 3];
    const s0 = ids[at + 6];
    const s1 = ids[at + 7];
    let link = this.heads[this.bucketOf(t1, t3, s0, s1)];
    let younger = 0;
    for (;;) {
      // How long ago, by 32 bits of the position. A chain goes back in time; one
      // that does not has been left over from before the bits began anew.
      const age = (head - link) | 0;
      if (age <= younger || age > size) return -1;
      younger = age;
      const found = this.placeOf(link);
      const other = found * 8;
      if (
        ids[other + 5] === s1 &&
        ids[other + 4] === s0 &&
        ids[other + 3] === t3 &&
        ids[other + 2] === t2 &&
        ids[other + 1] === t1 &&
        ids[other] === t0
      ) {
        return head - age;
      }
      link = next[found];
    }
  }

  private index(place: number, position: number) {
    const { ids, heads } = this;
    const at = place * 8;
    const bucket = this.bucketOf(
      ids[at + 1],
      ids[at + 3],
      ids[at + 4],
      ids[at + 5],
    );
    this.next[place] = heads[bucket];
    heads[bucket] = position;
  }

  private bucketOf(t1: number, t3: number, s0: number, s1: number) {
    return hashOf(t1, t3, s0, s1) & (this.heads.length - 1);
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
    // Twice as many as there are spans: each that leads to a span that is not
    // looked for is a miss of the cache. At first they lead further back than any
    // span is for two thousand million more.
    this.heads = new Int32Array(capacity * 2).fill(this.head ^ (1 << 31));
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
      this.index(to, position);
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

/** Values longer than this are cut: a name of 5 MB names nothing. */
const bytesOfAValueAtMost = 512;

const text = new TextDecoder();
const bytes = new TextEncoder();
const scratch = new Uint8Array(bytesOfAValueAtMost * 3);
const scratchView = new DataView(scratch.buffer);

/**
 * Every distinct string once, under a number; 0 is "none".
 *
 * Bytes are compared with bytes, so decoding a span creates no string at all:
 * a text comes into being when somebody asks for it, which is once for each
 * distinct value and not once for each span.
 *
 * ```
 *   slots (hash, open addressing)     starts        pool
 *   ┌───┬───┬───┬───┬───┬───┐        1: 0         ┌────────────┬────────────┐
 *   │   │ 2 │   │   │ 1 │   │        2: 10        │POST /orders│  payments  │
 *   └───┴───┴───┴───┴───┴───┘        3: 20 (end)  └────────────┴────────────┘
 * ```
 *
 * Numbers are good until `renew`, which whoever owns the table calls between
 * two batches when it has grown too large; `generation` tells.
 * @public
 */
export class StringTable {
  generation = 0;
  private count = 0;
  private slots = new Int32Array(4096);
  private hashes = new Int32Array(2048);
  private starts = new Uint32Array(2049);
  private pool = new Uint8Array(1 << 16);
  private poolView = new DataView(this.pool.buffer);
  private texts: (string | undefined)[] = [''];
  private smallNumbers = new Int32Array(1 << 16);

  get size() {
    return this.count;
  }

  get byteLength() {
    return this.pool.length + this.slots.length * 4 + this.hashes.length * 8;
  }

  /** `from` to `to` in a buffer, cut where it is too long. */
  idOfBytes(view: DataView, from: number, to: number): number {
    const end =
      to - from > bytesOfAValueAtMost ? from + bytesOfAValueAtMost : to;
    const length = end - from;
    if (length === 0) return 0;

    // Four bytes a step: a multiplication has to wait for the one before it, and
    // byte by byte that wait was a quarter of all decoding.
    let hash = length;
    let at = from;
    for (const last = end - 3; at < last; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (; at < end; at++) {
      hash = Math.imul(hash ^ view.getUint8(at), 0x85ebca6b);
    }
    hash ^= hash >>> 15;

    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = slots[slot];
      if (id === 0) return this.add(view, from, end, hash, slot);
      if (hashes[id] === hash && this.holds(id, view, from, length)) {
        return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  idOfText(value: string): number {
    // A character is at most three bytes (four for two), so this much is enough.
    const { written } = bytes.encodeInto(
      value.slice(0, bytesOfAValueAtMost),
      scratch,
    );
    return this.idOfBytes(scratchView, 0, written);
  }

  /** Status codes and ports come as numbers as often as they come as text. */
  idOfInteger(value: number): number {
    if (value < 0 || value >= this.smallNumbers.length) {
      return this.idOfText(String(value));
    }
    return (this.smallNumbers[value] ||= this.idOfText(String(value)));
  }

  /** Empty for 0; bytes that are no UTF-8 are read as U+FFFD. */
  textOf(id: number): string {
    return (this.texts[id] ??= text.decode(
      this.pool.subarray(this.starts[id], this.starts[id + 1]),
    ));
  }

  /** Forgets everything, and gives back what it had grown to. */
  renew() {
    this.generation += 1;
    this.count = 0;
    this.slots = new Int32Array(4096);
    this.hashes = new Int32Array(2048);
    this.starts = new Uint32Array(2049);
    this.pool = new Uint8Array(1 << 16);
    this.poolView = new DataView(this.pool.buffer);
    this.texts = [''];
    this.smallNumbers.fill(0);
  }

  private holds(id: number, view: DataView, from: number, length: number) {
    const start = this.starts[id];
    if (this.starts[id + 1] - start !== length) return false;
    const { poolView } = this;
    let at = 0;
    for (const last = length - 3; at < last; at += 4) {
      if (
        poolView.getInt32(start + at, true) !== view.getInt32(from + at, true)
      ) {
        return false;
      }
    }
    for (; at < length; at++) {
      if (poolView.getUint8(start + at) !== view.getUint8(from + at)) {
        return false;
      }
    }
    return true;
  }

  private add(
    view: DataView,
    from: number,
    end: number,
    hash: number,
    slot: number,
  ): number {
    this.count += 1;
    const id = this.count;
    if (id + 2 > this.starts.length) this.growEntries();
    const start = this.starts[id];
    const stop = start + end - from;
    if (stop > this.pool.length) this.growPool(stop);
    for (let at = from; at < end; at++) {
      this.pool[start + at - from] = view.getUint8(at);
    }
    this.starts[id + 1] = stop;
    this.hashes[id] = hash;
    this.texts.push(undefined);
    this.slots[slot] = id;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return id;
  }

  private growPool(atLeast: number) {
    const larger = new Uint8Array(Math.max(atLeast, this.pool.length * 2));
    larger.set(this.pool);
    this.pool = larger;
    this.poolView = new DataView(larger.buffer);
  }

  private growEntries() {
    const starts = new Uint32Array(this.starts.length * 2);
    starts.set(this.starts);
    this.starts = starts;
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }

  private growSlots() {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let id = 1; id <= this.count; id++) {
      let slot = this.hashes[id] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

/**
 * Rows of integers by number, each different row once: write one into `probe`,
 * then ask `find`, and `add` it when it is not there.
 */
export class RowIndex {
  count = 0;
  readonly probe: Int32Array;
  private rows: Int32Array;
  private slots: Int32Array;
  private hashes: Int32Array;
  private slot = 0;
  private hash = 0;

  constructor(private readonly stride: number) {
    this.probe = new Int32Array(stride);
    this.rows = new Int32Array(stride * 256);
    this.hashes = new Int32Array(256);
    this.slots = new Int32Array(512).fill(-1);
  }

  /** The number of the row that `probe` holds, or -1. */
  find(): number {
    const { probe, stride, slots } = this;
    let hash = 0x2545f491;
    for (let at = 0; at < stride; at++) {
      const cell = probe[at];
      // Most cells are empty, and a multiplication is worth saving.
      if (cell !== 0) hash = Math.imul(hash ^ cell ^ (at << 22), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    this.hash = hash;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const row = slots[slot];
      if (row === -1) break;
      if (this.hashes[row] === hash && this.isProbe(row)) return row;
      slot = (slot + 1) & mask;
    }
    this.slot = slot;
    return -1;
  }

  /** Adds what `find` has just not found, and answers its number. */
  add(): number {
    const row = this.count;
    if (row === this.hashes.length) this.growRows();
    this.rows.set(this.probe, row * this.stride);
    this.hashes[row] = this.hash;
    this.slots[this.slot] = row;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return row;
  }

  /** What stands in a row. */
  cell(row: number, at: number): number {
    return this.rows[row * this.stride + at];
  }

  clear() {
    this.count = 0;
    this.slots.fill(-1);
  }

  private isProbe(row: number) {
    const { rows, probe, stride } = this;
    const from = row * stride;
    for (let at = 0; at < stride; at++) {
      if (rows[from + at] !== probe[at]) return false;
    }
    return true;
  }

  private growRows() {
    const rows = new Int32Array(this.rows.length * 2);
    rows.set(this.rows);
    this.rows = rows;
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }

  private growSlots() {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let row = 0; row < this.count; row++) {
      let slot = this.hashes[row] & mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = row;
    }
  }
}

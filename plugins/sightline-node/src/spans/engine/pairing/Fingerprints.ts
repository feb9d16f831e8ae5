/** A set of 64-bit numbers, each as two integers. */
export class Fingerprints {
  count = 0;
  private cells: Int32Array;

  constructor(slots: number) {
    this.cells = new Int32Array(slots * 2);
  }

  get byteLength() {
    return this.cells.byteLength;
  }

  /** Keeps its room: the next generation will need as much. */
  clear() {
    this.cells.fill(0);
    this.count = 0;
  }

  has(high: number, low: number): boolean {
    return this.count > 0 && this.cells[this.find(high | 1, low) + 1] !== 0;
  }

  add(high: number, low: number): boolean {
    const cell = this.find(high | 1, low);
    if (this.cells[cell + 1] !== 0) return false;
    this.cells[cell] = low;
    this.cells[cell + 1] = high | 1;
    this.count += 1;
    if (this.count * 4 > this.cells.length) this.grow();
    return true;
  }

  /** The cell that holds it, or the free one where it would stand; `high` is never 0. */
  private find(high: number, low: number): number {
    const { cells } = this;
    const mask = cells.length / 2 - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const cell = slot * 2;
      const found = cells[cell + 1];
      if (found === 0 || (found === (high | 0) && cells[cell] === (low | 0))) {
        return cell;
      }
      slot = (slot + 1) & mask;
    }
  }

  private grow() {
    const before = this.cells;
    this.cells = new Int32Array(before.length * 2);
    for (let cell = 0; cell < before.length; cell += 2) {
      if (before[cell + 1] === 0) continue;
      const to = this.find(before[cell + 1], before[cell]);
      this.cells[to] = before[cell];
      this.cells[to + 1] = before[cell + 1];
    }
  }
}

/** A multiset of integers: how often was each added? */
export class CountByNumber {
  private keys = new Int32Array(1024).fill(-1);
  private counts = new Uint32Array(1024);
  private size = 0;

  add(key: number, times = 1) {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (;;) {
      slot &= mask;
      const found = this.keys[slot];
      if (found === key) {
        this.counts[slot] += times;
        return;
      }
      if (found === -1) break;
      slot += 1;
    }
    this.keys[slot] = key;
    this.counts[slot] = times;
    this.size += 1;
    if (this.size * 2 > this.keys.length) this.grow();
  }

  clear() {
    this.keys.fill(-1);
    this.size = 0;
  }

  /** The numbers, ascending; sorted as integers, which is what makes it cheap. */
  numbers(): Int32Array {
    return this.keys.filter(key => key !== -1).sort();
  }

  countOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (;;) {
      slot &= mask;
      const found = this.keys[slot];
      if (found === key) return this.counts[slot];
      if (found === -1) return 0;
      slot += 1;
    }
  }

  private grow() {
    const { keys, counts } = this;
    this.keys = new Int32Array(keys.length * 2).fill(-1);
    this.counts = new Uint32Array(keys.length * 2);
    this.size = 0;
    keys.forEach((key, slot) => {
      if (key !== -1) this.add(key, counts[slot]);
    });
  }
}

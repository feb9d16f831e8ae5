import { SpanWindow } from '../pairing/SpanWindow';

export const noSpan = -1;
/** A parent is named and is not there. */
export const missing = -2;

/** The spans of one trace, numbered from 0, with their parents and children. */
export class TraceTree {
  count = 0;
  /** where each stands in the window */
  readonly places: Int32Array;
  /** number of the parent, `noSpan` or `missing` */
  readonly parents: Int32Array;
  readonly firstChildren: Int32Array;
  /** the next child of the same parent */
  readonly siblings: Int32Array;
  private readonly slots: Int32Array;
  private mask = 0;

  constructor(private readonly window: SpanWindow, spansAtMost: number) {
    this.places = new Int32Array(spansAtMost);
    this.parents = new Int32Array(spansAtMost);
    this.firstChildren = new Int32Array(spansAtMost);
    this.siblings = new Int32Array(spansAtMost);
    this.slots = new Int32Array(slotsFor(spansAtMost));
  }

  /** Reads the spans that lead back from that position. */
  load(last: number) {
    this.gather(last);
    this.mask = slotsFor(this.count) - 1;
    this.slots.fill(noSpan, 0, this.mask + 1);
    for (let span = 0; span < this.count; span++) this.index(span);
    this.firstChildren.fill(noSpan, 0, this.count);
    for (let span = 0; span < this.count; span++) this.hang(span);
  }

  private gather(last: number) {
    const { window, places } = this;
    this.count = 0;
    let position = last;
    for (;;) {
      const place = window.placeOf(position);
      places[this.count] = place;
      this.count += 1;
      const back = window.backs[place];
      if (back === 0) return;
      position -= back;
    }
  }

  private index(span: number) {
    const { ids } = this.window;
    const at = this.places[span] * 8;
    let slot = slotOf(ids[at + 4], ids[at + 5]) & this.mask;
    while (this.slots[slot] !== noSpan) slot = (slot + 1) & this.mask;
    this.slots[slot] = span;
  }

  private hang(span: number) {
    const parent = this.parentOf(span);
    this.parents[span] = parent;
    if (parent < 0) return;
    this.siblings[span] = this.firstChildren[parent];
    this.firstChildren[parent] = span;
  }

  private parentOf(span: number): number {
    const { ids } = this.window;
    const at = this.places[span] * 8;
    const high = ids[at + 6];
    const low = ids[at + 7];
    if ((high | low) === 0) return noSpan;
    let slot = slotOf(high, low) & this.mask;
    for (;;) {
      const found = this.slots[slot];
      if (found === noSpan) return missing;
      const other = this.places[found] * 8;
      if (ids[other + 5] === low && ids[other + 4] === high) return found;
      slot = (slot + 1) & this.mask;
    }
  }
}

const slotOf = (high: number, low: number) => {
  const hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return hash ^ (hash >>> 15);
};

/** At least half of them stay free. */
const slotsFor = (spans: number) => 2 << Math.ceil(Math.log2(spans + 1));

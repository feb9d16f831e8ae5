import { AttributeKey } from './attributeKeys';

/**
 * Finds an attribute's key among the few we read, by its bytes. Most attributes
 * are none of ours, so what counts is how fast that is seen: length, last and
 * middle byte choose one slot, and only its key is compared.
 *
 * ```
 *   http.route ──▶ (10, 'e', 'r') ──▶ slot 618 ──▶ compare ──▶ column 5, rank 15
 *   user.email ──▶ (10, 'l', 'e') ──▶ slot 77  ──▶ empty   ──▶ not ours
 * ```
 */
export class KeyIndex {
  private readonly slots = new Uint8Array(4096);
  private readonly lengths: Uint8Array;
  private readonly bytes: DataView;
  private readonly byName: ReadonlyMap<string, AttributeKey>;
  private readonly last: number;

  constructor(private readonly keys: readonly AttributeKey[]) {
    this.last = keys.length;
    this.lengths = new Uint8Array(this.last + 1);
    const bytes = new Uint8Array((this.last + 1) * 64);
    this.bytes = new DataView(bytes.buffer);
    this.byName = new Map(keys.map(key => [key.name, key]));
    keys.forEach(({ name }, index) => {
      const encoded = new TextEncoder().encode(name);
      const entry = index + 1;
      this.lengths[entry] = encoded.length;
      bytes.set(encoded, entry * 64);
      let slot = slotOf(this.bytes, entry * 64, encoded.length);
      while (this.slots[slot] !== 0) slot = (slot + 1) & 4095;
      this.slots[slot] = entry;
    });
  }

  /** The key, or undefined for one we do not read. */
  ofBytes(view: DataView, from: number, to: number) {
    const length = to - from;
    if (length === 0 || length > 63) return undefined;
    let slot = slotOf(view, from, length);
    for (;;) {
      const entry = this.slots[slot];
      if (entry === 0) return undefined;
      if (
        this.lengths[entry] === length &&
        this.isKey(entry * 64, view, from, length)
      ) {
        return this.keys[entry - 1];
      }
      slot = (slot + 1) & 4095;
    }
  }

  private isKey(start: number, view: DataView, from: number, length: number) {
    const { bytes } = this;
    let at = 0;
    for (const last = length - 3; at < last; at += 4) {
      if (bytes.getInt32(start + at) !== view.getInt32(from + at)) return false;
    }
    for (; at < length; at++) {
      if (bytes.getUint8(start + at) !== view.getUint8(from + at)) return false;
    }
    return true;
  }

  ofName(name: string) {
    return this.byName.get(name);
  }
}

const slotOf = (view: DataView, from: number, length: number) =>
  ((length << 7) ^
    (view.getUint8(from + length - 1) << 5) ^
    (view.getUint8(from + (length >> 1)) << 2) ^
    view.getUint8(from + (length >> 2))) &
  4095;

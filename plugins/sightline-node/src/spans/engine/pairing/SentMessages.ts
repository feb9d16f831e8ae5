import type {
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { Losses } from '../counting/Losses';
import { HeldNames } from '../describing/HeldNames';

/**
 * Who sent which message, for long: a link from another trace may come an hour
 * later. Sixteen bytes a message and a ring, so that the oldest goes first.
 *
 * ```
 *   slots (hash) ──▶ ring  │ low │ high │ node │ second │ … oldest is overwritten
 * ```
 */
export class SentMessages {
  private ring = new Int32Array(1024 * 4);
  private slots = new Int32Array(1024 * 4).fill(-1);
  private written = 0;

  constructor(
    private readonly limits: { lifetime: Millis; messagesAtMost: number },
    private readonly losses: Losses,
  ) {}

  add(high: number, low: number, node: number, now: Instant) {
    if (this.written === this.capacity && this.canGrow()) this.grow();
    const entry = this.written % this.capacity;
    const second = Math.floor(now / 1000) | 0;
    if (this.written >= this.capacity) {
      this.remove(entry);
      const oldest = this.ring[entry * 4 + 3];
      if ((second - oldest) * 1000 < this.limits.lifetime) {
        this.losses.add('sent messages forgotten before their time');
      }
    }
    const cell = entry * 4;
    this.ring[cell] = low;
    this.ring[cell + 1] = high;
    this.ring[cell + 2] = node;
    this.ring[cell + 3] = second;
    this.insert(entry);
    this.written += 1;
  }

  /** The node that sent it, or -1. */
  senderOf(high: number, low: number, now: Instant): number {
    const mask = this.slots.length - 1;
    let slot = slotOf(high, low) & mask;
    for (;;) {
      const entry = this.slots[slot];
      if (entry === -1) return -1;
      const cell = entry * 4;
      if (
        entry >= 0 &&
        this.ring[cell] === (low | 0) &&
        this.ring[cell + 1] === (high | 0)
      ) {
        const age = Math.floor(now / 1000) - this.ring[cell + 3];
        return age * 1000 <= this.limits.lifetime ? this.ring[cell + 2] : -1;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Marks the senders of messages to which spans may link that came at that time or later. */
  hold(held: HeldNames, since: Instant) {
    const oldest = Math.floor((since - this.limits.lifetime) / 1000);
    const count = Math.min(this.written, this.capacity);
    for (let entry = 0; entry < count; entry++) {
      const cell = entry * 4;
      if (this.ring[cell + 3] >= oldest) held.node(this.ring[cell + 2]);
    }
  }

  private get capacity() {
    return this.ring.length / 4;
  }

  private canGrow() {
    return this.capacity < this.limits.messagesAtMost;
  }

  private grow() {
    const ring = new Int32Array(this.ring.length * 2);
    ring.set(this.ring);
    this.ring = ring;
    this.slots = new Int32Array(ring.length).fill(-1);
    for (let entry = 0; entry < this.written; entry++) this.insert(entry);
  }

  private insert(entry: number) {
    const mask = this.slots.length - 1;
    let slot = slotOf(this.ring[entry * 4 + 1], this.ring[entry * 4]) & mask;
    while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
  }

  /** Closes the gap, so that no search ends before what it looks for. */
  private remove(entry: number) {
    const { slots, ring } = this;
    const mask = slots.length - 1;
    const home = (at: number) => slotOf(ring[at * 4 + 1], ring[at * 4]) & mask;
    let gap = home(entry);
    while (slots[gap] !== entry) gap = (gap + 1) & mask;
    let next = (gap + 1) & mask;
    while (slots[next] !== -1) {
      const distance = (next - home(slots[next])) & mask;
      if (distance >= ((next - gap) & mask)) {
        slots[gap] = slots[next];
        gap = next;
      }
      next = (next + 1) & mask;
    }
    slots[gap] = -1;
  }
}

const slotOf = (high: number, low: number) => low ^ Math.imul(high, 0x9e3779b1);

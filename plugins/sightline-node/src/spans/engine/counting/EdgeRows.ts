import {
  latencyBucket,
  latencyBucketCount,
} from '@sightline/backstage-plugin-sightline-common';
import { HeldNames } from '../describing/HeldNames';
import { CountByNumber } from './CountByNumber';

/** Integers that name a row: caller, callee, operation, way, minute. */
const keyLength = 5;

/** Which side of a call tells. */
export const sides = { callee: 0, caller: 1 } as const;

/** Numbers of a row, in columns. */
export const sums = {
  calls: 0,
  errors: 1,
  /** calls there would be without sampling */
  estimated: 2,
  /** calls whose sampling nobody stated, counted as one each */
  unweighted: 3,
  retries: 4,
  callerCalls: 5,
  callerErrors: 6,
  firstSeen: 7,
  lastSeen: 8,
  slowest: 9,
  slowestFailed: 10,
} as const;
export const sumCount = Object.keys(sums).length;

/**
 * The rows that have gathered since the last drain: one for each edge,
 * operation, evidence and minute.
 *
 * Latencies are cells of one table for all rows, (row, side, bucket) → count: a
 * row touches a dozen of its 512 buckets, so cells are what there is memory for.
 */
export class EdgeRows {
  count = 0;
  keys = new Int32Array(256 * keyLength);
  values = new Float64Array(256 * sumCount);
  /** two trace ids a row: the slowest call's and the slowest failed call's */
  samples = new Int32Array(256 * 8);
  readonly latencies = new CountByNumber();

  private slots = new Int32Array(1024).fill(-1);

  row(
    caller: number,
    callee: number,
    operation: number,
    way: number,
    minute: number,
  ): number {
    const { keys } = this;
    const mask = this.slots.length - 1;
    let slot = hashOf(caller, callee, operation, way, minute) & mask;
    for (;;) {
      const row = this.slots[slot];
      if (row === -1) break;
      const at = row * keyLength;
      if (
        keys[at] === caller &&
        keys[at + 1] === callee &&
        keys[at + 2] === operation &&
        keys[at + 3] === way &&
        keys[at + 4] === minute
      ) {
        return row;
      }
      slot = (slot + 1) & mask;
    }
    return this.add(slot, [caller, callee, operation, way, minute]);
  }

  latency(row: number, side: number, microseconds: number) {
    const bucket = side * latencyBucketCount + latencyBucket(microseconds);
    this.latencies.add(row * latencyBucketCount * 2 + bucket);
  }

  hold(held: HeldNames) {
    for (let row = 0; row < this.count; row++) {
      const at = row * keyLength;
      held.node(this.keys[at]);
      held.node(this.keys[at + 1]);
      held.operation(this.keys[at + 2]);
    }
  }

  /** Begins anew, with the room it had. */
  clear() {
    this.count = 0;
    this.slots.fill(-1);
    this.latencies.clear();
  }

  private add(slot: number, key: number[]): number {
    const row = this.count;
    if ((row + 1) * keyLength > this.keys.length) this.growRows();
    this.keys.set(key, row * keyLength);
    const at = row * sumCount;
    this.values.fill(0, at, at + sumCount);
    this.values[at + sums.firstSeen] = Infinity;
    this.values[at + sums.lastSeen] = -Infinity;
    this.values[at + sums.slowest] = -1;
    this.values[at + sums.slowestFailed] = -1;
    this.samples.fill(0, row * 8, row * 8 + 8);
    this.slots[slot] = row;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return row;
  }

  private growRows() {
    const keys = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    const values = new Float64Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    const samples = new Int32Array(this.samples.length * 2);
    samples.set(this.samples);
    this.samples = samples;
  }

  private growSlots() {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let row = 0; row < this.count; row++) {
      const [a, b, c, d, e] = this.keys.subarray(
        row * keyLength,
        (row + 1) * keyLength,
      );
      let slot = hashOf(a, b, c, d, e) & mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = row;
    }
  }
}

const hashOf = (a: number, b: number, c: number, d: number, e: number) => {
  let hash = Math.imul(a ^ 0x2545f491, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (d << 16) ^ e, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
};

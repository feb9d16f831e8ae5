import {
  latencyBucket,
  latencyBucketCount,
} from '@sightline/backstage-plugin-sightline-common';
import { RowIndex } from '../columns/RowIndex';
import { CountByNumber } from '../counting/CountByNumber';

/** Numbers of a row, in columns. */
export const stepSums = {
  journeys: 0,
  parents: 1,
  calls: 2,
  errors: 3,
  estimated: 4,
  mostOfAParent: 5,
  /** microseconds */
  critical: 6,
  /** microseconds */
  begins: 7,
  firstSeen: 8,
  lastSeen: 9,
  slowest: 10,
} as const;
const sumCount = Object.keys(stepSums).length;

/** What was counted of journeys since the last drain: a row for each step and minute. */
export class StepRows {
  values = new Float64Array(256 * sumCount);
  /** the trace id of the slowest call */
  samples = new Int32Array(256 * 4);
  readonly latencies = new CountByNumber();
  private readonly index = new RowIndex(2);
  /** by row: the journey and the hop in it that took the step last, and how often it did */
  private journeys = new Float64Array(256);
  private parents = new Int32Array(256);
  private times = new Int32Array(256);

  get count() {
    return this.index.count;
  }

  row(step: number, minute: number): number {
    const { index } = this;
    index.probe[0] = step;
    index.probe[1] = minute;
    const known = index.find();
    return known === -1 ? this.open() : known;
  }

  stepOf(row: number): number {
    return this.index.cell(row, 0);
  }

  minuteOf(row: number): number {
    return this.index.cell(row, 1);
  }

  /** A hop of a journey took the step; what one hop calls comes one after the other. */
  taken(row: number, { journey, parent }: { journey: number; parent: number }) {
    const isFirst = this.journeys[row] !== journey;
    if (isFirst) this.add(row, stepSums.journeys, 1);
    if (isFirst || this.parents[row] !== parent) {
      this.add(row, stepSums.parents, 1);
      this.times[row] = 0;
    }
    this.journeys[row] = journey;
    this.parents[row] = parent;
    this.times[row] += 1;
    this.atLeast(row, stepSums.mostOfAParent, this.times[row]);
  }

  add(row: number, which: number, value: number) {
    this.values[row * sumCount + which] += value;
  }

  atLeast(row: number, which: number, value: number) {
    const at = row * sumCount + which;
    if (value > this.values[at]) this.values[at] = value;
  }

  atMost(row: number, which: number, value: number) {
    const at = row * sumCount + which;
    if (value < this.values[at]) this.values[at] = value;
  }

  value(row: number, which: number): number {
    return this.values[row * sumCount + which];
  }

  /** Keeps the trace when its call was the slowest; of two equally slow the smaller id. */
  sample(row: number, took: number, ids: Int32Array, at: number) {
    const slowest = this.value(row, stepSums.slowest);
    if (took < slowest) return;
    if (took === slowest && !this.isSmaller(ids, at, row * 4)) return;
    this.values[row * sumCount + stepSums.slowest] = took;
    for (let word = 0; word < 4; word++) {
      this.samples[row * 4 + word] = ids[at + word];
    }
  }

  latency(row: number, microseconds: number) {
    const bucket = latencyBucket(microseconds);
    this.latencies.add(row * latencyBucketCount + bucket);
  }

  /** Begins anew, with the room it had. */
  clear() {
    this.index.clear();
    this.latencies.clear();
  }

  private isSmaller(ids: Int32Array, at: number, sample: number): boolean {
    for (let word = 0; word < 4; word++) {
      const one = ids[at + word] >>> 0;
      const other = this.samples[sample + word] >>> 0;
      if (one !== other) return one < other;
    }
    return false;
  }

  private open(): number {
    const row = this.index.add();
    if ((row + 1) * sumCount > this.values.length) this.grow();
    const at = row * sumCount;
    this.values.fill(0, at, at + sumCount);
    this.values[at + stepSums.firstSeen] = Infinity;
    this.values[at + stepSums.lastSeen] = -Infinity;
    this.values[at + stepSums.slowest] = -1;
    this.journeys[row] = 0;
    return row;
  }

  private grow() {
    this.values = doubled(this.values);
    this.samples = doubled(this.samples);
    this.journeys = doubled(this.journeys);
    this.parents = doubled(this.parents);
    this.times = doubled(this.times);
  }
}

const doubled = <T extends Float64Array | Int32Array>(column: T): T => {
  const larger = new (column.constructor as new (length: number) => T)(
    column.length * 2,
  );
  larger.set(column);
  return larger;
};

import type { Instant } from '@sightline/backstage-plugin-sightline-common';
import { hasFailed } from '../describing/traits';
import { EdgeRows, sides, sumCount, sums } from './EdgeRows';

/** Calls in columns, as the window has them: no object is made to count one. */
export type CountedCalls = {
  /** trace ids first: four words of eight */
  ids: Int32Array;
  traits: Int32Array;
  ends: Float64Array;
  /** microseconds */
  durations: Float64Array;
  /** calls each stands for; 0 when nobody said */
  weights: Float32Array;
};

const minute = 60_000;

/** Adds calls up, by edge, operation, evidence and minute. */
export class CallTally {
  readonly rows = new EdgeRows();

  row(
    caller: number,
    callee: number,
    operation: number,
    way: number,
    end: Instant,
  ): number {
    const at = Math.floor(end / minute);
    return this.rows.row(caller, callee, operation, way, at);
  }

  calls(row: number, from: CountedCalls, place: number) {
    const { values } = this.rows;
    const at = row * sumCount;
    const failed = hasFailed(from.traits[place]);
    const weight = from.weights[place];
    const end = from.ends[place];
    values[at + sums.calls] += 1;
    values[at + sums.estimated] += weight || 1;
    if (weight === 0) values[at + sums.unweighted] += 1;
    if (end < values[at + sums.firstSeen]) values[at + sums.firstSeen] = end;
    if (end > values[at + sums.lastSeen]) values[at + sums.lastSeen] = end;
    const took = from.durations[place];
    this.rows.latency(row, sides.callee, took);
    if (took >= values[at + sums.slowest]) {
      this.sample(at + sums.slowest, row * 8, from, place);
    }
    if (!failed) return;
    values[at + sums.errors] += 1;
    if (took >= values[at + sums.slowestFailed]) {
      this.sample(at + sums.slowestFailed, row * 8 + 4, from, place);
    }
  }

  callerTells(row: number, microseconds: number, failed: boolean) {
    const { values } = this.rows;
    const at = row * sumCount;
    values[at + sums.callerCalls] += 1;
    if (failed) values[at + sums.callerErrors] += 1;
    this.rows.latency(row, sides.caller, microseconds);
  }

  retried(row: number, times: number) {
    this.rows.values[row * sumCount + sums.retries] += times;
  }

  clear() {
    this.rows.clear();
  }

  private sample(
    cell: number,
    at: number,
    { ids, durations }: CountedCalls,
    place: number,
  ) {
    const { values, samples } = this.rows;
    const took = durations[place];
    const trace = place * 8;
    // Of two equally slow the smaller id, so that order makes no difference.
    if (took === values[cell] && ids[trace + 3] >= samples[at + 3]) return;
    values[cell] = took;
    for (let word = 0; word < 4; word++) {
      samples[at + word] = ids[trace + word];
    }
  }
}

import type { Millis } from '@sightline/backstage-plugin-sightline-common';
import { isAsync } from '../describing/traits';
import { SpanWindow } from '../pairing/SpanWindow';
import { Hops } from './Hops';
import { TraceTree } from './TraceTree';

/** Longer than that no message waits whose wait can be told from a wrong clock. */
const believable: Millis = 3_600_000;

/**
 * When each hop of a journey was, in whole microseconds since its root began.
 *
 * Clocks differ between machines, so a call that is waited for is moved into the
 * one that made it when it sticks out by no more than it lasts; what it calls
 * itself moves along. What still sticks out is cut off.
 *
 * ```
 *   parent      [──────────────]             [────]              [────]
 *   child    [────]                       [──────────]                     [──]
 *   becomes     [────]   moved               [────]   cut off         []   cut off:
 *            sticks out by 3, lasts 5     lasts longer           nothing is left
 * ```
 *
 * What is async may be over when it likes, but begins no sooner than its parent.
 */
export class HopTimes {
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** how far a hop was moved */
  private readonly shifts: Float64Array;

  constructor(private readonly window: SpanWindow, hopsAtMost: number) {
    this.begins = new Float64Array(hopsAtMost);
    this.ends = new Float64Array(hopsAtMost);
    this.shifts = new Float64Array(hopsAtMost);
  }

  find(hops: Hops, trace: TraceTree) {
    const { starts, durations } = this.window;
    const { parents, spans, ways } = hops;
    const root = trace.places[spans[0]];
    this.begins[0] = this.shifts[0] = 0;
    this.ends[0] = Math.round(durations[root]);
    for (let hop = 1; hop < hops.count; hop++) {
      const place = trace.places[spans[hop]];
      const told = starts[place] - starts[root];
      const lasts = Math.round(durations[place]);
      if (isAsync(ways[hop])) this.placeAsync(hop, parents[hop], told, lasts);
      else this.placeWithin(hop, parents[hop], told, lasts);
    }
  }

  private placeWithin(
    hop: number,
    parent: number,
    told: number,
    lasts: number,
  ) {
    const { begins, ends, shifts } = this;
    const from = begins[parent];
    const to = ends[parent];
    let begin = told + shifts[parent];
    if (lasts <= to - from) {
      const early = from - begin;
      const late = begin - (to - lasts);
      if (early > 0 && early <= lasts) begin = from;
      else if (late > 0 && late <= lasts) begin = to - lasts;
    }
    shifts[hop] = begin - told;
    begins[hop] = within(begin, from, to);
    ends[hop] = within(begin + lasts, from, to);
  }

  private placeAsync(hop: number, parent: number, told: number, lasts: number) {
    const { begins, ends, shifts } = this;
    const waited = told + shifts[parent] - begins[parent];
    const isBelievable = waited >= 0 && waited <= believable * 1000;
    const begin = begins[parent] + (isBelievable ? waited : 0);
    shifts[hop] = begin - told;
    begins[hop] = begin;
    ends[hop] = begin + lasts;
  }
}

const within = (moment: number, from: number, to: number) =>
  Math.min(to, Math.max(from, moment));

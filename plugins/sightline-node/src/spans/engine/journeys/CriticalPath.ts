import { isAsync } from '../describing/traits';
import { SpanWindow } from '../pairing/SpanWindow';
import { Hops } from './Hops';
import { HopTimes } from './HopTimes';
import { TraceTree } from './TraceTree';

/**
 * How long a journey took in each of its hops: along the chain of calls that,
 * each waited for by the one above, ended last. Microseconds; of all hops
 * together exactly the root's duration.
 *
 * ```
 *   orders       [==────────────===──────────=]   6 itself; back from its end:
 *   ├ pricing                     [──────────]    ended last
 *   ├ reviews                        [······]     was not waited for as long
 *   ├ payments     [────────────]                 ended last before pricing
 *   ├ stock          [········]                   again not
 *   └ mailing            [--------------------]   async: nobody waits for it
 * ```
 */
export class CriticalPath {
  /** microseconds of each hop */
  readonly own: Float64Array;

  private readonly isOnPath: Uint8Array;
  private readonly waitedFor: number[] = [];
  private hops!: Hops;
  private trace!: TraceTree;

  constructor(
    private readonly window: SpanWindow,
    private readonly times: HopTimes,
    hopsAtMost: number,
  ) {
    this.own = new Float64Array(hopsAtMost);
    this.isOnPath = new Uint8Array(hopsAtMost);
  }

  find(hops: Hops, trace: TraceTree) {
    this.hops = hops;
    this.trace = trace;
    this.own.fill(0, 0, hops.count);
    this.isOnPath.fill(0, 0, hops.count);
    this.isOnPath[0] = 1;
    for (let hop = 0; hop < hops.count; hop++) {
      if (this.isOnPath[hop] === 1) this.walkBack(hop);
    }
  }

  private walkBack(hop: number) {
    const { begins, ends } = this.times;
    let moment = ends[hop];
    let own = 0;
    for (const call of this.waitedForBy(hop)) {
      if (ends[call] > moment) continue;
      this.isOnPath[call] = 1;
      own += moment - ends[call];
      moment = begins[call];
    }
    this.own[hop] = own + moment - begins[hop];
  }

  /** The last to end comes first. */
  private waitedForBy(hop: number): readonly number[] {
    const { hops, waitedFor } = this;
    waitedFor.length = 0;
    for (let call = hops.from[hop]; call < hops.to[hop]; call++) {
      if (!isAsync(hops.ways[call])) waitedFor.push(call);
    }
    return waitedFor.length > 1 ? waitedFor.sort(this.isLater) : waitedFor;
  }

  /** Of two that end together the longer one, then the one with the smaller id: in any order the same. */
  private readonly isLater = (a: number, b: number): number => {
    const { begins, ends } = this.times;
    return (
      ends[b] - ends[a] ||
      begins[a] - begins[b] ||
      this.idOf(a, 4) - this.idOf(b, 4) ||
      this.idOf(a, 5) - this.idOf(b, 5)
    );
  };

  private idOf(hop: number, word: number) {
    const place = this.trace.places[this.hops.spans[hop]];
    return this.window.ids[place * 8 + word] >>> 0;
  }
}

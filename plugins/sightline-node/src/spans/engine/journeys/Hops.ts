import { withoutEvidence } from '../describing/traits';

export const noHop = -1;

/** A call that was made on the way. */
export type Hop = {
  /** the hop that made it, or `noHop` */
  parent: number;
  /** the span that tells of it, by its number in the trace */
  span: number;
  callee: number;
  way: number;
  /** told by whoever made the call, and so without calls of its own */
  isLeaf: boolean;
};

/**
 * The hops of one journey, each after the one that made it and beside its
 * siblings, so that the calls of a hop are a range.
 *
 * ```
 *   0 orders          number   0  1  2  3  4
 *   1 ├ payments      parent   -  0  0  1  1
 *   3 │ ├ ledger      calls of 0: 1 to 3, of 1: 3 to 5
 *   4 │ └ payments-db
 *   2 └ orders-db
 * ```
 */
export class Hops {
  count = 0;
  readonly parents: Int32Array;
  readonly depths: Uint8Array;
  readonly spans: Int32Array;
  readonly leaves: Uint8Array;
  readonly callees: Int32Array;
  readonly ways: Int32Array;
  /** a hop's own calls: from that number, up to this */
  readonly from: Int32Array;
  readonly to: Int32Array;

  constructor(readonly atMost: number) {
    this.parents = new Int32Array(atMost);
    this.depths = new Uint8Array(atMost);
    this.spans = new Int32Array(atMost);
    this.leaves = new Uint8Array(atMost);
    this.callees = new Int32Array(atMost);
    this.ways = new Int32Array(atMost);
    this.from = new Int32Array(atMost);
    this.to = new Int32Array(atMost);
  }

  add({ parent, span, callee, way, isLeaf }: Hop) {
    const hop = this.count;
    this.parents[hop] = parent;
    this.depths[hop] = parent === noHop ? 0 : this.depths[parent] + 1;
    this.spans[hop] = span;
    this.leaves[hop] = isLeaf ? 1 : 0;
    this.callees[hop] = callee;
    this.ways[hop] = withoutEvidence(way);
    this.count += 1;
  }
}

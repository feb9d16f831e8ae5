import { Losses } from '../counting/Losses';
import { isToStore, roleOf, roles } from '../describing/traits';
import { SpanWindow } from '../pairing/SpanWindow';
import { Hop, Hops, noHop } from './Hops';
import { noCall, TraceCalls } from './TraceCalls';
import { missing, noSpan, TraceTree } from './TraceTree';

/** Hops below the root; a call that is deeper is in no journey, nor is what it makes. */
const deepest = 32;

/** A journey that was found; its hops are another's after that. */
export type FoundJourney = {
  hops: Hops;
  trace: TraceTree;
  /** the node that began it: outside, a topic, or whoever called without an operation of its own */
  caller: number;
};

export type JourneyReaderOptions = {
  window: SpanWindow;
  losses: Losses;
  spansOfATraceAtMost: number;
  outsideOf(node: number): number;
};

/**
 * Finds the journeys in a trace: what was called, and by which call.
 *
 * ```
 *   spans                               hops, as edges have them
 *   orders  [SERVER POST /orders]       orders POST /orders       begins, from outside
 *     └ orders  [INTERNAL]
 *         ├ orders [CLIENT] ─ ─ ─ ┐     ├ payments Charge         by whoever answered
 *         │   └ payments [SERVER] ┘     │
 *         ├ orders [CLIENT SELECT]      ├ orders-db SELECT        by the caller's word
 *         └ orders [PRODUCER]           ├ placed                  by the sender's word
 *             └ mailing [CONSUMER]      └ mailing placed          async, beside the topic
 * ```
 *
 * A call belongs to the service in which it was made, whatever spans of it are
 * around: to the nearest hop above. Where there is none (a client's span that
 * has no parent), what it called begins a journey.
 */
export class JourneyReader {
  private readonly trace: TraceTree;
  private readonly calls: TraceCalls;
  private readonly hops: Hops;
  private readonly beginnings: number[] = [];
  private readonly stack: number[] = [];
  private strays = 0;

  constructor(private readonly options: JourneyReaderOptions) {
    const { window, spansOfATraceAtMost } = options;
    this.trace = new TraceTree(window, spansOfATraceAtMost);
    this.calls = new TraceCalls(window, this.trace);
    // A span that answers a call may tell of another that it made itself.
    this.hops = new Hops(2 * spansOfATraceAtMost);
  }

  /** Reads the trace whose spans lead back from that position. */
  read(last: number, found: (journey: FoundJourney) => void) {
    const { hops, trace, beginnings } = this;
    trace.load(last);
    beginnings.length = 0;
    this.strays = 0;
    const lost = this.findBeginnings();
    this.count(lost);
    for (const span of beginnings) {
      this.follow(span);
      found({ hops, trace, caller: this.callerOf(span) });
    }
  }

  private findBeginnings() {
    const { trace, beginnings } = this;
    let roots = 0;
    let orphans = 0;
    for (let span = 0; span < trace.count; span++) {
      const parent = trace.parents[span];
      if (parent >= 0) continue;
      if (parent === noSpan) roots += 1;
      if (this.calls.isBeginning(span)) beginnings.push(span);
      else if (parent === missing) orphans += 1;
      else this.explore(span, noHop);
    }
    return { roots, orphans };
  }

  private follow(span: number) {
    const { hops } = this;
    hops.count = 0;
    this.addCallee(span, noHop);
    for (let hop = 0; hop < hops.count; hop++) {
      hops.from[hop] = hops.count;
      if (hops.leaves[hop] === 0) this.explore(hops.spans[hop], hop);
      hops.to[hop] = hops.count;
    }
  }

  private callerOf(span: number): number {
    const { nodes, peers, traits } = this.options.window;
    const { places, parents } = this.trace;
    const place = places[span];
    const isReceiver = roleOf(traits[place]) === roles.receiver;
    if (isReceiver && isToStore(traits[place])) return peers[place];
    return parents[span] < 0
      ? this.options.outsideOf(nodes[place])
      : nodes[places[parents[span]]];
  }

  /** Adds what was called under a span, within its service. */
  private explore(top: number, hop: number) {
    const { stack, calls } = this;
    this.addOwnCall(top, hop);
    this.pushChildren(top);
    while (stack.length > 0) {
      const span = stack.pop()!;
      if (!calls.isCalled(span)) {
        this.addOwnCall(span, hop);
        this.pushChildren(span);
      } else if (hop === noHop) this.beginnings.push(span);
      else this.addCallee(span, hop);
    }
  }

  private pushChildren(parent: number) {
    const { firstChildren, siblings } = this.trace;
    for (
      let span = firstChildren[parent];
      span !== noSpan;
      span = siblings[span]
    ) {
      this.stack.push(span);
    }
  }

  private addCallee(span: number, parent: number) {
    const callee = this.options.window.nodes[this.trace.places[span]];
    const way = this.calls.wayTo(span);
    this.add({ parent, span, callee, way, isLeaf: false });
  }

  private addOwnCall(span: number, parent: number) {
    const way = this.calls.wayOfOwnCall(span);
    if (way === noCall) return;
    if (parent === noHop) {
      this.strays += 1;
      return;
    }
    const callee = this.options.window.peers[this.trace.places[span]];
    this.add({ parent, span, callee, way, isLeaf: true });
  }

  private add(hop: Hop) {
    const { hops, options } = this;
    const isTooDeep =
      hop.parent !== noHop && hops.depths[hop.parent] >= deepest;
    if (isTooDeep) {
      options.losses.add('calls too deep for their journey: left out');
    } else hops.add(hop);
  }

  private count({ roots, orphans }: { roots: number; orphans: number }) {
    const { losses } = this.options;
    losses.add('calls of no operation: in no journey', this.strays);
    if (this.beginnings.length > 0) {
      losses.add(
        'parts of traces that hang on nothing: in no journey',
        orphans,
      );
    } else if (orphans > 0 || roots === 0) {
      losses.add('traces without their beginning: no journeys');
    }
  }
}

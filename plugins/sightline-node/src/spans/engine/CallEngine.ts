import type {
  CallNode,
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { CallsPart } from './CallsReport';
import { parentIsRemote, SpanColumns } from './columns/SpanColumns';
import { callsParts } from './counting/callsParts';
import { CallTally } from './counting/CallTally';
import { Losses } from './counting/Losses';
import { NodeTable } from './describing/NodeTable';
import { OperationTable } from './describing/OperationTable';
import { Reporters } from './describing/Reporters';
import { SpanShapes } from './describing/SpanShapes';
import { remoteParent, roleOf, roles } from './describing/traits';
import { fingerprintHigh, fingerprintLow } from './pairing/fingerprint';
import { MessageLinks } from './pairing/MessageLinks';
import { PairSettler } from './pairing/PairSettler';
import { SeenSpans } from './pairing/SeenSpans';
import { SpanWindow } from './pairing/SpanWindow';

/** Every buffer of the engine: how long it keeps what, and how much at most. @public */
export type CallEngineLimits = {
  /** how long a span waits for those that belong to it */
  pairingWithin: Millis;
  /** spans in memory, for twice that long */
  spansAtMost: number;
  /** how long a span that is sent again is recognised; at least twice `pairingWithin` */
  resentWithin: Millis;
  resentAtMost: number;
  /** how long after it was sent a message may be linked to */
  messagesWithin: Millis;
  messagesAtMost: number;
  nodesAtMost: number;
  operationsOfANodeAtMost: number;
  operationsAtMost: number;
  /** rows of (edge, operation, evidence, minute) between two drains */
  rowsAtMost: number;
};

/** @public */
export const defaultCallEngineLimits: CallEngineLimits = {
  pairingWithin: 30_000,
  spansAtMost: 2 ** 21,
  resentWithin: 300_000,
  resentAtMost: 8_000_000,
  messagesWithin: 3_600_000,
  messagesAtMost: 1_000_000,
  nodesAtMost: 50_000,
  operationsOfANodeAtMost: 500,
  operationsAtMost: 200_000,
  rowsAtMost: 200_000,
};

type Batch = { id: number; arrivedAt: Instant; end: number };

const hour = 3_600_000;
const minute = 60_000;

/**
 * Spans in, edges out. Pure: the clock comes with each call, and what it says
 * depends on nothing but what it was given.
 *
 * ```
 *   columns ─▶ seen before? ─▶ what is it? ─▶ window ─▶ settle ─▶ rows ─▶ parts
 *              SeenSpans       SpanShapes     (waits)   Pair-     tally   (drain)
 *                                                       Settler
 * ```
 *
 * A span is settled when it is as old as `pairingWithin` and forgotten at twice
 * that age, so whatever arrives within that time of it, before or after, has
 * been there together with it. Batches are settled whole and in their order:
 * "settled up to batch n" says everything about where the engine is.
 * @public
 */
export class CallEngine {
  private readonly losses = new Losses();
  private readonly nodes: NodeTable;
  private readonly operations: OperationTable;
  private readonly shapes: SpanShapes;
  private readonly reporters: Reporters;
  private readonly window: SpanWindow;
  private readonly seen: SeenSpans;
  private readonly links: MessageLinks;
  private readonly tally = new CallTally();
  private readonly settler: PairSettler;
  private readonly outsides = new Map<string, number>();
  private readonly batches: Batch[] = [];
  /** position up to which spans are settled */
  private settled = 0;
  private settledBatch = -1;
  private isNew = new Uint8Array(1024);
  private backwards = 0;
  private elsewhen = 0;

  constructor(private readonly limits: CallEngineLimits) {
    const { losses } = this;
    this.nodes = new NodeTable(limits.nodesAtMost, losses);
    this.operations = new OperationTable(
      {
        ofANode: limits.operationsOfANodeAtMost,
        ofAll: limits.operationsAtMost,
      },
      losses,
    );
    this.shapes = new SpanShapes(this.nodes, this.operations);
    this.reporters = new Reporters(this.nodes);
    this.window = new SpanWindow(limits.spansAtMost);
    this.seen = new SeenSpans(
      { horizon: limits.resentWithin, spansAtMost: limits.resentAtMost },
      losses,
    );
    this.links = new MessageLinks(limits, losses);
    this.settler = new PairSettler({
      window: this.window,
      tally: this.tally,
      losses,
      outsideOf: node => this.outsideOf(node),
      sendersOf: (position, isParentKnown) =>
        this.links.sendersOf(position, isParentKnown),
    });
  }

  /**
   * Adds a batch. `isCounted` is for batches that are read again after a restart
   * and were settled before it: they are known again, and counted no second time.
   */
  take(
    columns: SpanColumns,
    batch: { id: number; arrivedAt: Instant; isCounted?: boolean },
  ) {
    this.reporters.begin(columns);
    this.backwards = this.elsewhen = 0;
    const resent = this.markNew(columns, batch.arrivedAt);
    let nameless = 0;
    for (let row = 0; row < columns.spans; row++) {
      if (this.isNew[row] === 0) continue;
      const node = this.reporters.nodeOf(columns.resourceOf[row]);
      if (node < 0) {
        nameless += 1;
        continue;
      }
      this.insert(columns, row, node, batch.arrivedAt);
      if (batch.isCounted) this.settled = this.window.head;
    }
    const { head } = this.window;
    this.batches.push({ id: batch.id, arrivedAt: batch.arrivedAt, end: head });
    if (batch.isCounted) {
      this.settledBatch = batch.id;
      this.losses.take();
      return;
    }
    this.losses.add('spans that were sent again: counted once', resent);
    this.losses.add('spans of services that do not say their name', nameless);
    this.losses.add('spans that end before they begin: took 0', this.backwards);
    this.losses.add(
      'spans with a clock an hour off: counted at arrival',
      this.elsewhen,
    );
  }

  /**
   * Settles what has waited long enough, and forgets what is twice as old.
   * Answers false when it stopped because there are too many rows: drain first.
   */
  settle(now: Instant): boolean {
    const { pairingWithin, rowsAtMost } = this.limits;
    for (const batch of this.batches) {
      if (batch.arrivedAt + pairingWithin > now) break;
      if (batch.end <= this.settled && batch.id <= this.settledBatch) continue;
      if (this.tally.rows.count >= rowsAtMost) return false;
      this.settleUpTo(batch.end);
      this.settledBatch = batch.id;
    }
    this.forget(now - 2 * pairingWithin);
    return true;
  }

  /**
   * Everything counted since the last drain, in parts of at most so many edges,
   * and the last batch that is in it or in an earlier one.
   */
  drain(edgesAtMost: number): { parts: CallsPart[]; settledBatch: number } {
    this.finishBatch();
    const parts = callsParts(
      this.tally.rows,
      {
        node: number => this.nodes.node(number),
        operation: number => this.operations.name(number),
      },
      edgesAtMost,
    );
    this.tally.clear();
    const sightings = this.reporters.takeSightings();
    if (sightings.nodes.length > 0) parts.push(sightings);
    return { parts, settledBatch: this.settledBatch };
  }

  /** What was dropped or collapsed since last asked, by cause. */
  takeLosses(): Record<string, number> {
    return this.losses.take();
  }

  /**
   * Marks the rows that were not seen before and answers how many were. A loop of
   * its own, because all it does is wait for memory, and a processor waits for
   * several spans at once when nothing stands between them.
   */
  private markNew(columns: SpanColumns, now: Instant): number {
    const { traceIds, spanIds, spans } = columns;
    if (spans > this.isNew.length) this.isNew = new Uint8Array(spans * 2);
    const { isNew, seen } = this;
    let resent = 0;
    for (let row = 0; row < spans; row++) {
      const high = fingerprintHigh(traceIds, row * 4, spanIds, row * 2);
      const low = fingerprintLow(traceIds, row * 4, spanIds, row * 2);
      isNew[row] = seen.add(high, low, now) ? 1 : 0;
      resent += 1 - isNew[row];
    }
    return resent;
  }

  private insert(
    columns: SpanColumns,
    row: number,
    node: number,
    arrivedAt: Instant,
  ) {
    const { window, shapes } = this;
    if (window.isFull) this.makeRoom();
    const shape = shapes.shapeOf(columns, row, node);
    const place = window.open();
    const ids = place * 8;
    for (let word = 0; word < 4; word++) {
      window.ids[ids + word] = columns.traceIds[row * 4 + word];
    }
    window.ids[ids + 4] = columns.spanIds[row * 2];
    window.ids[ids + 5] = columns.spanIds[row * 2 + 1];
    window.ids[ids + 6] = columns.parentIds[row * 2];
    window.ids[ids + 7] = columns.parentIds[row * 2 + 1];
    window.nodes[place] = node;
    window.operations[place] = shapes.operations[shape];
    window.peers[place] = shapes.peers[shape];
    const isRemote = (columns.flags[row] & parentIsRemote) === parentIsRemote;
    const traits = shapes.traits[shape] | (isRemote ? remoteParent : 0);
    window.traits[place] = traits;
    window.weights[place] = columns.weights[row];
    this.writeTimes(columns, row, place, arrivedAt);
    window.link(place);
    const role = roleOf(traits);
    if (role === roles.sender) this.links.sent(columns, row, node, arrivedAt);
    else if (role === roles.receiver && hasLinks(columns, row)) {
      this.links.keep(columns, row, window.head - 1, arrivedAt);
    }
    this.settler.tellParent(place);
  }

  /** A clock that is an hour off says nothing about when: arrival does. */
  private writeTimes(
    columns: SpanColumns,
    row: number,
    place: number,
    arrivedAt: Instant,
  ) {
    const { starts, ends } = columns;
    const low = ends[row * 2];
    const high = ends[row * 2 + 1];
    const nanos =
      (high - starts[row * 2 + 1]) * 4294967296 + (low - starts[row * 2]);
    if (nanos < 0) this.backwards += 1;
    this.window.durations[place] = nanos > 0 ? nanos / 1000 : 0;
    const end = high * 4294.967296 + low / 1e6;
    const isPlausible = end > arrivedAt - hour && end < arrivedAt + minute;
    if (!isPlausible) this.elsewhen += 1;
    this.window.ends[place] = isPlausible ? Math.floor(end) : arrivedAt;
  }

  private makeRoom() {
    if (this.window.tail >= this.settled) {
      this.losses.add('spans counted before all of their call had arrived');
      this.settleUpTo(this.window.tail + 1);
    }
    this.links.forget(this.window.tail);
    this.window.dropTail();
  }

  private settleUpTo(end: number) {
    for (let position = this.settled; position < end; position++) {
      this.settler.settle(position);
    }
    this.settled = Math.max(this.settled, end);
  }

  /** Room may have been made in the middle of a batch; it counts as a whole or not at all. */
  private finishBatch() {
    for (const batch of this.batches) {
      if (batch.id <= this.settledBatch) continue;
      const begin = batch.end <= this.settled;
      const isBegun = begin || this.isWithin(batch);
      if (!isBegun) return;
      this.settleUpTo(batch.end);
      this.settledBatch = batch.id;
    }
  }

  private isWithin(batch: Batch) {
    const before = this.batches[this.batches.indexOf(batch) - 1];
    return this.settled > (before?.end ?? this.window.tail);
  }

  private forget(before: Instant) {
    let count = 0;
    for (const batch of this.batches) {
      if (batch.arrivedAt > before || batch.id > this.settledBatch) break;
      while (this.window.tail < batch.end) {
        this.links.forget(this.window.tail);
        this.window.dropTail();
      }
      count += 1;
    }
    this.batches.splice(0, count);
  }

  private outsideOf(node: number): number {
    const { environment } = this.nodes.node(node);
    const known = this.outsides.get(environment);
    if (known !== undefined) return known;
    const outside: CallNode = {
      kind: 'outside',
      environment,
      namespace: '',
      name: '',
    };
    const number = this.nodes.numberOf(outside);
    this.outsides.set(environment, number);
    return number;
  }
}

const hasLinks = (columns: SpanColumns, row: number) =>
  columns.linkStarts[row + 1] > columns.linkStarts[row];

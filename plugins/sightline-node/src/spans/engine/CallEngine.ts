import type { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Batches } from './Batches';
import type { CallEngineLimits } from './callEngineLimits';
import type { CallsPart } from './CallsReport';
import { SpanColumns } from './columns/SpanColumns';
import { callsParts } from './counting/callsParts';
import { CallTally } from './counting/CallTally';
import { Losses } from './counting/Losses';
import { HeldNames } from './describing/HeldNames';
import { Naming } from './describing/Naming';
import { Journeys } from './journeys/Journeys';
import { Answers } from './pairing/Answers';
import { Arrivals } from './pairing/Arrivals';
import { MessageLinks } from './pairing/MessageLinks';
import { PairSettler } from './pairing/PairSettler';
import { SeenSpans } from './pairing/SeenSpans';
import { SpanWindow } from './pairing/SpanWindow';

/**
 * Spans in, edges and journeys out. Pure: the clock comes with each call, and
 * what it says depends on nothing but what it was given.
 *
 * ```
 *   columns ─▶ seen before? ─▶ what is it? ─▶ window ─▶ settle ─▶ rows ─▶ parts
 *              SeenSpans       Naming         (waits)   Pair-     tally   (drain)
 *                                                       Settler,
 *                                                       Journeys
 * ```
 *
 * A span is settled when it is as old as `pairingWithin` and forgotten at twice
 * that age, so whatever arrives within that time of it, before or after, has
 * been there together with it. When more arrive than have room that long, both
 * are sooner: a span is settled in the middle of those that are in memory, so
 * that as many have come before it as after. Batches are settled whole and in
 * their order: "settled up to batch n" says everything about where the engine is.
 * @public
 */
export class CallEngine {
  private readonly losses = new Losses();
  private readonly naming: Naming;
  private readonly window: SpanWindow;
  private readonly links: MessageLinks;
  private readonly arrivals: Arrivals;
  private readonly tally = new CallTally();
  private readonly settler: PairSettler;
  private readonly journeys: Journeys;
  private readonly answers: Answers;
  private readonly batches = new Batches();
  private readonly waitingAtMost: number;
  /** the batch at hand was settled in a former life */
  private isCounted = false;
  /** spans before that position were settled in a former life, and their parents do not know of all */
  private untold = 0;

  constructor(private readonly limits: CallEngineLimits) {
    const { losses, tally } = this;
    const naming = new Naming(limits, losses);
    const window = new SpanWindow(limits.spansAtMost);
    const links = new MessageLinks(limits, losses);
    const answers = new Answers(window);
    const outsideOf = (node: number) => naming.outsideOf(node);
    this.answers = answers;
    this.naming = naming;
    this.window = window;
    this.links = links;
    this.waitingAtMost = window.waitingAtMost;
    this.journeys = new Journeys({ window, losses, limits, outsideOf });
    this.settler = new PairSettler({
      ...{ window, answers, tally, losses, outsideOf },
      sendersOf: (position, isParentKnown) =>
        links.sendersOf(position, isParentKnown),
    });
    const seen = new SeenSpans(
      { horizon: limits.resentWithin, spansAtMost: limits.resentAtMost },
      losses,
    );
    this.arrivals = new Arrivals({
      ...{ window, naming, seen, links, losses },
      makeRoom: () => this.makeRoom(),
      arrived: (place, arrivedAt) => this.arrived(place, arrivedAt),
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
    const { id, arrivedAt, isCounted = false } = batch;
    this.isCounted = isCounted;
    this.naming.makeRoom(arrivedAt, held => this.hold(held, arrivedAt));
    this.journeys.begin(arrivedAt);
    const begin = this.window.head;
    this.arrivals.take(columns, arrivedAt);
    this.batches.add({ id, arrivedAt, begin, end: this.window.head });
    if (!isCounted) return;
    this.skip();
    this.batches.settledBatch = id;
    this.losses.take();
  }

  /**
   * Settles what has waited long enough, and forgets what is twice as old.
   * Answers false when it stopped because there are too many rows: drain first.
   */
  settle(now: Instant): boolean {
    const { pairingWithin, rowsAtMost } = this.limits;
    for (const batch of this.batches.due(now - pairingWithin)) {
      if (this.tally.rows.count >= rowsAtMost) return false;
      this.settleUpTo(batch.end);
      this.batches.settledBatch = batch.id;
    }
    const end = this.batches.forget(now - 2 * pairingWithin);
    while (end !== undefined && this.window.tail < end) this.dropTail();
    this.journeys.forget(this.window.tail);
    return true;
  }

  /**
   * Everything counted since the last drain, in parts of at most so many edges
   * or about so many steps, and the last batch that is in it or in an earlier one.
   */
  drain(edgesAtMost: number): { parts: CallsPart[]; settledBatch: number } {
    const { naming, tally, batches } = this;
    this.finishBatch();
    const parts = [
      ...callsParts(tally.rows, naming, edgesAtMost),
      ...this.journeys.drain(naming, edgesAtMost),
    ];
    tally.clear();
    const sightings = naming.reporters.takeSightings();
    if (sightings.nodes.length > 0) parts.push(sightings);
    return { parts, settledBatch: batches.settledBatch };
  }

  /** What was dropped or collapsed since last asked, by cause. */
  takeLosses(): Record<string, number> {
    return this.losses.take();
  }

  private arrived(place: number, arrivedAt: Instant) {
    const { answers, journeys, window, batches, losses } = this;
    // At once: in a loop of its own after the batch, which lets a processor wait
    // for several parents, spans were no longer at hand, and it was slower.
    answers.tellParent(place);
    journeys.arrived(place, arrivedAt);
    const isTooMuch = window.head - batches.settled > this.waitingAtMost;
    if (!isTooMuch || this.isCounted) return;
    losses.add('spans counted before all of their call had arrived');
    this.settleUpTo(batches.settled + 1);
  }

  /** The window is full: its oldest span goes, which was settled long ago. */
  private makeRoom() {
    if (this.isCounted) this.skip();
    this.dropTail();
    this.journeys.forget(this.window.tail);
  }

  /** What has arrived up to now was counted in a former life. */
  private skip() {
    this.batches.settled = this.untold = this.window.head;
    this.journeys.skipUpTo(this.window.head);
  }

  /**
   * A span tells its parent, if that came later, when it is settled. Those that
   * were settled in a former life do so before anything is settled in this one.
   */
  private tellParents() {
    const { window, answers } = this;
    for (let position = window.tail; position < this.untold; position++) {
      answers.tellParent(window.placeOf(position));
    }
    this.untold = 0;
  }

  private settleUpTo(end: number) {
    const { batches, settler } = this;
    this.tellParents();
    for (let position = batches.settled; position < end; position++) {
      settler.settle(position);
    }
    batches.settled = Math.max(batches.settled, end);
    this.journeys.readUpTo(batches.settled);
  }

  /** Some of a batch may have been settled early; it counts as a whole or not at all. */
  private finishBatch() {
    for (const batch of this.batches.begun()) {
      this.settleUpTo(batch.end);
      this.batches.settledBatch = batch.id;
    }
  }

  private dropTail() {
    this.links.forget(this.window.tail);
    this.window.dropTail();
  }

  private hold(held: HeldNames, now: Instant) {
    this.window.hold(held);
    this.tally.rows.hold(held);
    this.journeys.hold(held);
    this.links.hold(held, this.batches.oldest ?? now);
  }
}

import type { Instant } from '@sightline/backstage-plugin-sightline-common';
import { parentIsRemote, SpanColumns } from '../columns/SpanColumns';
import { Losses } from '../counting/Losses';
import { wholeMicros, wholeMillis } from '../counting/unixTime';
import { Naming } from '../describing/Naming';
import { remoteParent, roleOf, roles } from '../describing/traits';
import { fingerprintHigh, fingerprintLow } from './fingerprint';
import { MessageLinks } from './MessageLinks';
import { SeenSpans } from './SeenSpans';
import { SpanWindow } from './SpanWindow';

export type ArrivalsOptions = {
  window: SpanWindow;
  naming: Naming;
  seen: SeenSpans;
  links: MessageLinks;
  losses: Losses;
  /** the window is full: its oldest span has to go */
  makeRoom(): void;
  /** a span has got its place */
  arrived(place: number, arrivedAt: Instant): void;
};

const hour = 3_600_000;
const minute = 60_000;

/** Brings the spans of a batch into the window: those that are new and say whose they are. */
export class Arrivals {
  private isNew = new Uint8Array(1024);
  private backwards = 0;
  private elsewhen = 0;

  constructor(private readonly options: ArrivalsOptions) {}

  take(columns: SpanColumns, arrivedAt: Instant) {
    const { window, naming, losses, makeRoom } = this.options;
    const { reporters } = naming;
    reporters.begin(columns);
    this.backwards = this.elsewhen = 0;
    const resent = this.markNew(columns, arrivedAt);
    let nameless = 0;
    for (let row = 0; row < columns.spans; row++) {
      if (this.isNew[row] === 0) continue;
      const node = reporters.nodeOf(columns.resourceOf[row]);
      if (node < 0) {
        nameless += 1;
        continue;
      }
      if (window.isFull) makeRoom();
      this.insert(columns, row, node, arrivedAt);
    }
    losses.add('spans that were sent again: counted once', resent);
    losses.add('spans of services that do not say their name', nameless);
    losses.add('spans that end before they begin: took 0', this.backwards);
    losses.add(
      'spans with a clock an hour off: counted at arrival',
      this.elsewhen,
    );
  }

  /**
   * Marks the rows that were not seen before and answers how many were. A loop of
   * its own, because all it does is wait for memory, and a processor waits for
   * several spans at once when nothing stands between them.
   */
  private markNew(columns: SpanColumns, now: Instant): number {
    const { traceIds, spanIds, spans } = columns;
    if (spans > this.isNew.length) this.isNew = new Uint8Array(spans * 2);
    const { isNew } = this;
    const { seen } = this.options;
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
    const { window, naming, links } = this.options;
    const { shapes } = naming;
    const shape = shapes.shapeOf(columns, row, node);
    const place = window.open();
    this.writeIds(columns, row, place);
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
    if (role === roles.sender) links.sent(columns, row, node, arrivedAt);
    else if (role === roles.receiver && hasLinks(columns, row)) {
      links.keep(columns, row, window.head - 1, arrivedAt);
    }
    this.options.arrived(place, arrivedAt);
  }

  private writeIds(columns: SpanColumns, row: number, place: number) {
    const { ids } = this.options.window;
    const at = place * 8;
    for (let word = 0; word < 4; word++) {
      ids[at + word] = columns.traceIds[row * 4 + word];
    }
    ids[at + 4] = columns.spanIds[row * 2];
    ids[at + 5] = columns.spanIds[row * 2 + 1];
    ids[at + 6] = columns.parentIds[row * 2];
    ids[at + 7] = columns.parentIds[row * 2 + 1];
  }

  /** A clock that is an hour off says nothing about when: arrival does. */
  private writeTimes(
    columns: SpanColumns,
    row: number,
    place: number,
    arrivedAt: Instant,
  ) {
    const { starts, ends } = columns;
    const { window } = this.options;
    const startLow = starts[row * 2];
    const startHigh = starts[row * 2 + 1];
    const low = ends[row * 2];
    const high = ends[row * 2 + 1];
    const nanos = (high - startHigh) * 4294967296 + (low - startLow);
    if (nanos < 0) this.backwards += 1;
    window.durations[place] = nanos > 0 ? nanos / 1000 : 0;
    window.starts[place] = wholeMicros(startHigh, startLow);
    const end = wholeMillis(high, low);
    const isPlausible = end > arrivedAt - hour && end < arrivedAt + minute;
    if (!isPlausible) this.elsewhen += 1;
    window.ends[place] = isPlausible ? end : arrivedAt;
  }
}

const hasLinks = (columns: SpanColumns, row: number) =>
  columns.linkStarts[row + 1] > columns.linkStarts[row];

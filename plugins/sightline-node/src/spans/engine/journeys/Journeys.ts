import type {
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { CallsPart } from '../CallsReport';
import { Losses } from '../counting/Losses';
import { Names } from '../counting/parts';
import { HeldNames } from '../describing/HeldNames';
import { SpanWindow } from '../pairing/SpanWindow';
import { JourneyReader } from './JourneyReader';
import { JourneyTally } from './JourneyTally';
import { journeysParts } from './journeysParts';
import { SampledTraces, traceStates } from './SampledTraces';
import { levelOf, SampleShare, traceHash } from './SampleShare';

export type JourneysOptions = {
  window: SpanWindow;
  losses: Losses;
  limits: {
    pairingWithin: Millis;
    journeySpansASecond: number;
    journeySpansOfATraceAtMost: number;
    journeyTracesAtMost: number;
    journeyStepsAtMost: number;
  };
  outsideOf(node: number): number;
};

/**
 * What happens, across services, when one operation is called: read from whole
 * traces, of which there are a sample when there are many.
 *
 * ```
 *   span ─▶ in the sample? ─▶ trace (waits) ─▶ hops ─▶ critical path ─▶ rows ─▶ parts
 *           SampleShare       SampledTraces    Journey-  CriticalPath   tally   (drain)
 *                                              Reader
 * ```
 *
 * A trace is read when its first span is settled, and holds what arrived within
 * `pairingWithin` of that one. So a batch that is settled has its journeys
 * counted: those that began in it.
 */
export class Journeys {
  private readonly share: SampleShare;
  private readonly traces: SampledTraces;
  private readonly reader: JourneyReader;
  private readonly tally: JourneyTally;

  constructor(private readonly options: JourneysOptions) {
    const { limits, window, losses, outsideOf } = options;
    const spansOfATraceAtMost = limits.journeySpansOfATraceAtMost;
    this.share = new SampleShare({
      spansASecond: limits.journeySpansASecond,
      memory: 2 * limits.pairingWithin,
    });
    this.traces = new SampledTraces(limits.journeyTracesAtMost);
    this.reader = new JourneyReader({
      window,
      losses,
      outsideOf,
      spansOfATraceAtMost,
    });
    this.tally = new JourneyTally({
      window,
      losses,
      stepsAtMost: limits.journeyStepsAtMost,
      hopsAtMost: 2 * spansOfATraceAtMost,
    });
  }

  /** A batch comes. */
  begin(now: Instant) {
    this.share.advance(now, this.traces.isCrowded);
  }

  /** A span has got its place in the window. */
  arrived(place: number, arrivedAt: Instant) {
    const { ids } = this.options.window;
    const hash = traceHash(ids, place * 8);
    if (levelOf(hash) < this.share.level) return;
    const trace = this.traces.find(hash, ids, place * 8);
    if (trace === -1) this.open(hash, place, arrivedAt);
    else this.join(trace, place, arrivedAt);
    this.share.count();
    while (this.share.isTooMuch) this.halve();
  }

  /** Reads the traces that began before that position. */
  readUpTo(position: number) {
    const { traces, reader, tally } = this;
    for (;;) {
      const trace = traces.nextUnread(position);
      if (trace === -1) return;
      if (traces.states[trace] !== traceStates.open) continue;
      traces.states[trace] = traceStates.read;
      const weight = 2 ** traces.levels[trace];
      reader.read(traces.lasts[trace], journey => tally.add(journey, weight));
    }
  }

  /** The traces that began before that position were read in a former life. */
  skipUpTo(position: number) {
    const { traces } = this;
    for (;;) {
      const trace = traces.nextUnread(position);
      if (trace === -1) return;
      if (traces.states[trace] !== traceStates.leftOut) {
        traces.states[trace] = traceStates.counted;
      }
    }
  }

  /** The window has let go of the spans before that position. */
  forget(position: number) {
    this.traces.forget(position);
  }

  /** Everything counted since the last time. */
  drain(names: Names, stepsAtMost: number): CallsPart[] {
    const parts = journeysParts(this.tally, names, stepsAtMost);
    this.tally.clear();
    return parts;
  }

  hold(held: HeldNames) {
    this.tally.hold(held);
  }

  private open(hash: number, place: number, arrivedAt: Instant) {
    const { traces, share, options } = this;
    const { window, losses, limits } = options;
    while (traces.isFull && share.canRaise) this.halve();
    if (levelOf(hash) < share.level) return;
    if (traces.isFull) {
      losses.add('traces beyond the most that wait: in no journey');
      return;
    }
    const trace = traces.add(hash, window.ids, place * 8);
    const level = share.readableLevel(arrivedAt);
    traces.firsts[trace] = traces.lasts[trace] = window.head - 1;
    traces.closing[trace] = arrivedAt + limits.pairingWithin;
    traces.counts[trace] = 1;
    traces.levels[trace] = level;
    traces.states[trace] =
      levelOf(hash) < level ? traceStates.leftOut : traceStates.open;
  }

  private join(trace: number, place: number, arrivedAt: Instant) {
    const { traces, options } = this;
    const { window, losses, limits } = options;
    const state = traces.states[trace];
    if (state === traceStates.leftOut) return;
    if (state === traceStates.read || arrivedAt >= traces.closing[trace]) {
      losses.add('spans that came too late for their journey');
      return;
    }
    if (state === traceStates.counted) return;
    if (traces.counts[trace] === limits.journeySpansOfATraceAtMost) {
      traces.states[trace] = traceStates.leftOut;
      losses.add('traces of too many spans: in no journey');
      return;
    }
    window.backs[place] = window.head - 1 - traces.lasts[trace];
    traces.lasts[trace] = window.head - 1;
    traces.counts[trace] += 1;
  }

  /** Reads half of what it read: the other half is thrown away, also of what waits. */
  private halve() {
    this.share.raise();
    const left = this.traces.keepOnly(this.share.level);
    this.options.losses.add(
      'traces of a share that is too much: in no journey',
      left,
    );
  }
}

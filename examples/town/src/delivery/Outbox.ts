import type { Span } from '../engine/Span.ts';
import type { Random } from '../engine/random.ts';

/** Spans that wait until it is their time to be sent. */
export type Outbox = {
  /** a span leaves its service when it has ended */
  hold(spans: Span[]): void;
  /** the batches that are due by now */
  due(nowMicros: number): Span[][];
  /** all that is left, for the end */
  rest(): Span[][];
};

export type Mishaps = {
  late?: { share: number; byMs: number };
  resent?: { share: number };
};

const BATCH = 1000;

/** A resend follows when the exporter has given up waiting for the answer. */
const RESENT_AFTER_MICROS = 1_000_000;

/**
 * Brings spans into the order in which exporters send them: by their end, in
 * batches, some of which come late and some twice.
 */
export function createOutbox(options: {
  random: Random;
  mishaps: Mishaps;
}): Outbox {
  const { random, mishaps } = options;
  const { late, resent } = mishaps;
  let running: Span[] = [];
  let delayed: Array<{ at: number; spans: Span[] }> = [];

  function batchesOf(spans: Span[], nowMicros: number): Span[][] {
    const batches: Span[][] = [];
    for (let at = 0; at < spans.length; at += BATCH) {
      const batch = spans.slice(at, at + BATCH);
      const luck = random.next();
      if (late && luck < late.share) {
        delayed.push({ at: nowMicros + late.byMs * 1000, spans: batch });
        continue;
      }
      batches.push(batch);
      if (resent && luck > 1 - resent.share) {
        delayed.push({ at: nowMicros + RESENT_AFTER_MICROS, spans: batch });
      }
    }
    return batches;
  }

  return {
    hold(spans) {
      for (const span of spans) running.push(span);
    },
    due(nowMicros) {
      const now = BigInt(nowMicros) * 1000n;
      const ended = running.filter(span => span.endNanos <= now);
      running = running.filter(span => span.endNanos > now);
      const ripe = delayed.filter(({ at }) => at <= nowMicros);
      delayed = delayed.filter(({ at }) => at > nowMicros);
      ended.sort((a, b) => (a.endNanos < b.endNanos ? -1 : 1));
      return [
        ...batchesOf(ended, nowMicros),
        ...ripe.map(({ spans }) => spans),
      ];
    },
    rest() {
      const left = [running, ...delayed.map(({ spans }) => spans)];
      running = [];
      delayed = [];
      return left.filter(({ length }) => length > 0);
    },
  };
}

import type { Clock } from './clock.ts';
import type { Outbox } from './delivery/Outbox.ts';
import type { Sender } from './delivery/Sender.ts';
import type { Span } from './engine/Span.ts';
import type { Traffic } from './engine/traffic.ts';
import { encodeTraces } from './otlp/encodeTraces.ts';

const TICK_MS = 500;
const BACKFILL_SLICE_MICROS = 15_000_000;
const ROOM_MS = 50;
const LAST_PATIENCE_MS = 10_000;

/** Writes the past if asked to, then lives until the signal. */
export async function runTown(options: {
  traffic: Traffic;
  outbox: Outbox;
  sender: Sender;
  clock: Clock;
  startMicros: number;
  backfillMicros: number;
  /** from the end of the backfill; until the signal when it is not said */
  durationMs?: number;
  signal: AbortSignal;
}): Promise<void> {
  const { traffic, outbox, sender, clock, signal } = options;
  const { startMicros, backfillMicros, durationMs = Infinity } = options;
  const send = (batches: Span[][]) => {
    for (const spans of batches) {
      sender.offer({ spans: spans.length, body: encodeTraces(spans) });
    }
  };

  let told = startMicros - backfillMicros;
  // The past is written as fast as it is taken; the present does not wait for anybody.
  while (told < startMicros && !signal.aborted) {
    const to = Math.min(told + BACKFILL_SLICE_MICROS, startMicros);
    outbox.hold(traffic(told, to));
    send(outbox.due(to));
    told = to;
    while (sender.isBusy() && !signal.aborted) {
      await clock.sleep(ROOM_MS, signal);
    }
  }
  const endMicros = clock.nowMicros() + durationMs * 1000;
  while (!signal.aborted && told < endMicros) {
    const now = clock.nowMicros();
    outbox.hold(traffic(told, now));
    send(outbox.due(now));
    told = now;
    await clock.sleep(TICK_MS, signal);
  }
  // Whoever was asked before the end still answers, so that no journey breaks off.
  send(outbox.rest());
  await sender.close(LAST_PATIENCE_MS);
}

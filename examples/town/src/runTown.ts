import type { Clock } from './clock.ts';
import type { Outbox } from './delivery/Outbox.ts';
import type { Sender } from './delivery/Sender.ts';
import type { Span } from './engine/Span.ts';
import type { Traffic } from './engine/traffic.ts';
import { encodeTraces } from './otlp/encodeTraces.ts';

const TICK_MS = 500;
const PAST_SLICE_MICROS = 15_000_000;
const LAST_PATIENCE_MS = 10_000;

export type Life = {
  /** no visit that begins later was told of */
  toldMicros: number;
  /** whoever was asked before the end answered, and the receiver heard it */
  complete: boolean;
};

/** Writes the past if there is one to be told, then lives until the signal. */
export async function runTown(options: {
  traffic: Traffic;
  outbox: Outbox;
  sender: Sender;
  clock: Clock;
  /** the first visit begins here */
  fromMicros: number;
  /** before this is the past */
  startMicros: number;
  /** is heard before anything up to there is told of */
  onTelling?: (untilMicros: number) => void;
  /** from the end of the past; until the signal when it is not said */
  durationMs?: number;
  signal: AbortSignal;
}): Promise<Life> {
  const { traffic, outbox, sender, clock, signal } = options;
  const { startMicros, durationMs = Infinity, onTelling } = options;
  const aborted = new Promise<void>(done =>
    signal.addEventListener('abort', () => done(), { once: true }),
  );
  const send = (batches: Span[][]) => {
    for (const spans of batches) {
      sender.offer({ spans: spans.length, body: encodeTraces(spans) });
    }
  };

  let told = options.fromMicros;
  const tell = (until: number) => {
    onTelling?.(until);
    outbox.hold(traffic(told, until));
    send(outbox.due(until));
    told = until;
  };
  // The past is written as fast as it is taken; the present does not wait for anybody.
  while (told < startMicros && !signal.aborted) {
    tell(Math.min(told + PAST_SLICE_MICROS, startMicros));
    await Promise.race([sender.idle(), aborted]);
  }
  const endMicros = clock.nowMicros() + durationMs * 1000;
  while (!signal.aborted && clock.nowMicros() < endMicros) {
    // A life before this one may have promised a few seconds more than it lived.
    tell(Math.max(told, clock.nowMicros()));
    await clock.sleep(TICK_MS, signal);
  }
  // Whoever was asked before the end still answers, so that no journey breaks off.
  const { lost } = sender.tally();
  send(outbox.rest());
  await sender.close(LAST_PATIENCE_MS);
  return { toldMicros: told, complete: sender.tally().lost === lost };
}

import type { Clock } from '../clock.ts';
import type { PostBatch } from './postBatch.ts';
import { readAnswer, type Verdict } from './readAnswer.ts';

export type Batch = { spans: number; body: Uint8Array };

/** All in spans; offered = acknowledged + rejected + lost + waiting. */
export type Tally = {
  offered: number;
  acknowledged: number;
  rejected: number;
  /** thrown away because the queue was full, or unsent at the end */
  lost: number;
  waiting: number;
  /** requests that were sent again */
  retries: number;
  /** what the other side last complained about */
  complaint: string;
};

export type Sender = {
  /** takes the batch, or counts it as lost when the queue is full */
  offer(batch: Batch): void;
  /** settles when nothing waits any more: who can wait, should */
  idle(): Promise<void>;
  /** sends what waits, for so long at most; the rest is lost */
  close(patienceMs: number): Promise<void>;
  tally(): Tally;
};

const LANES = 2;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** A bounded queue in front of the wire. */
export function createSender(options: {
  post: PostBatch;
  clock: Clock;
  /** 0..1, for the jitter of pauses */
  random: () => number;
  mostWaiting: number;
}): Sender {
  const { post, clock, random, mostWaiting } = options;
  const queue: Batch[] = [];
  const lanes = new Set<Promise<void>>();
  const stop = new AbortController();
  const tally: Tally = {
    offered: 0,
    acknowledged: 0,
    rejected: 0,
    lost: 0,
    waiting: 0,
    retries: 0,
    complaint: '',
  };
  // An overloaded server is overloaded for all lanes.
  let pauseUntil = 0;

  async function attempt(batch: Batch): Promise<Verdict> {
    try {
      const answer = await post(batch.body, stop.signal);
      return readAnswer(answer, clock.nowMicros() / 1000);
    } catch (error) {
      const { message, cause } = error as Error;
      const reason = cause instanceof Error ? cause.message : message;
      return { kind: 'retry', afterMs: undefined, message: reason };
    }
  }

  async function pause() {
    const left = pauseUntil - clock.nowMicros() / 1000;
    if (left > 0) await clock.sleep(left, stop.signal);
  }

  async function deliver(batch: Batch): Promise<void> {
    for (let failures = 0; !stop.signal.aborted; failures++) {
      await pause();
      if (stop.signal.aborted) break;
      if (failures > 0) tally.retries++;
      const verdict = await attempt(batch);
      if (verdict.message) tally.complaint = verdict.message;
      if (verdict.kind === 'acknowledged') {
        tally.acknowledged += batch.spans - verdict.rejected;
        tally.rejected += verdict.rejected;
        return;
      }
      if (verdict.kind === 'rejected') {
        tally.rejected += batch.spans;
        return;
      }
      const longest = Math.min(
        FIRST_PAUSE_MS * 2 ** failures,
        LONGEST_PAUSE_MS,
      );
      const ms = verdict.afterMs ?? longest * (0.5 + random() / 2);
      pauseUntil = Math.max(pauseUntil, clock.nowMicros() / 1000 + ms);
    }
    tally.lost += batch.spans;
  }

  async function runLane(): Promise<void> {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      await deliver(batch);
      tally.waiting -= batch.spans;
    }
  }

  function openLane() {
    const lane: Promise<void> = runLane().finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  async function idle() {
    while (lanes.size > 0) await Promise.all(lanes);
  }

  return {
    tally: () => ({ ...tally }),
    offer(batch) {
      tally.offered += batch.spans;
      if (tally.waiting + batch.spans > mostWaiting || stop.signal.aborted) {
        tally.lost += batch.spans;
        return;
      }
      tally.waiting += batch.spans;
      queue.push(batch);
      if (lanes.size < LANES) openLane();
    },
    idle,
    async close(patienceMs) {
      const enough = new AbortController();
      clock.sleep(patienceMs, enough.signal).then(() => stop.abort());
      await idle();
      enough.abort();
    },
  };
}

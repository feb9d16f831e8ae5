import { systemClock } from './clock.ts';
import { createOutbox } from './delivery/Outbox.ts';
import { createPostBatch } from './delivery/postBatch.ts';
import { createSender, type Tally } from './delivery/Sender.ts';
import { seededRandom } from './engine/random.ts';
import { createTown } from './engine/Town.ts';
import { createTraffic } from './engine/traffic.ts';
import type { Truth } from './engine/Truth.ts';
import { runTown } from './runTown.ts';

const MOST_WAITING = 200_000;

/**
 * Tells a receiver of the visits that begin in [from, to), as fast as it takes them,
 * with all that befalls batches on their way. The same seed, rate and hours are the
 * same spans, whenever they are told.
 */
export async function tellPast(options: {
  truth: Truth;
  endpoint: string;
  token: string;
  seed: string;
  rate: number;
  fromMicros: number;
  toMicros: number;
}): Promise<Tally> {
  const { truth, seed, rate, fromMicros, toMicros } = options;
  const town = createTown(truth);
  const sender = createSender({
    post: createPostBatch(options),
    clock: systemClock,
    random: Math.random,
    mostWaiting: MOST_WAITING,
  });
  await runTown({
    traffic: createTraffic({ town, seed, rate, outages: [] }),
    outbox: createOutbox({
      random: seededRandom(`${seed}/post`),
      mishaps: { late: town.traitOf('late'), resent: town.traitOf('resent') },
    }),
    sender,
    // For the town it is the end of that stretch; the wire has the time of its own.
    clock: { ...systemClock, nowMicros: () => toMicros },
    fromMicros,
    startMicros: toMicros,
    durationMs: 0,
    signal: new AbortController().signal,
  });
  return sender.tally();
}

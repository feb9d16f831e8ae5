import { answerWhoAsks } from './answerWhoAsks.ts';
import type { TownOptions } from './arguments.ts';
import { systemClock } from './clock.ts';
import { createOutbox } from './delivery/Outbox.ts';
import { createPostBatch } from './delivery/postBatch.ts';
import { createSender } from './delivery/Sender.ts';
import { seededRandom } from './engine/random.ts';
import { createTown } from './engine/Town.ts';
import { createTraffic } from './engine/traffic.ts';
import type { Incident, Truth } from './engine/Truth.ts';
import { homeless, moveIn } from './home/Home.ts';
import {
  describeProgress,
  describeStart,
  showEverySoOften,
} from './progress.ts';
import { runTown } from './runTown.ts';

// Some 20 MB encoded: forty seconds of the liveliest town.
const MOST_WAITING = 200_000;

/** From the command line to the last visit. */
export async function live(options: {
  asked: TownOptions;
  truth: Truth;
  incidents: Incident[];
  signal: AbortSignal;
}): Promise<void> {
  const { asked, truth, incidents, signal } = options;
  const { seed, rate, durationMs } = asked;
  const clock = systemClock;
  const startMicros = clock.nowMicros();
  const town = createTown(truth);
  const around = { asked, incidents, clock };
  const home =
    asked.home === undefined
      ? homeless(around)
      : await moveIn(asked.home, around);
  const { fromMicros, outages } = home;
  const sender = createSender({
    post: createPostBatch(asked),
    clock,
    random: Math.random,
    mostWaiting: MOST_WAITING,
  });
  const answering = await answerWhoAsks({ asked, truth, outages });
  process.stdout.write(`${describeStart({ asked, fromMicros, outages })}\n`);
  const shown = showEverySoOften(() =>
    describeProgress({
      tally: sender.tally(),
      outages,
      nowMicros: clock.nowMicros(),
    }),
  );
  const life = await runTown({
    traffic: createTraffic({ town, seed, rate, outages }),
    outbox: createOutbox({
      random: seededRandom(`${seed}/post`),
      mishaps: { late: town.traitOf('late'), resent: town.traitOf('resent') },
    }),
    sender,
    clock,
    fromMicros,
    startMicros,
    onTelling: home.promise,
    durationMs,
    signal,
  });
  home.leave(life);
  answering.close();
  shown.end();
  process.stdout.write('Harbour rests.\n');
}

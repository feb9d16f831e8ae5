import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, UsageError, type TownOptions } from './arguments.ts';
import { systemClock } from './clock.ts';
import { createOutbox } from './delivery/Outbox.ts';
import { createPostBatch } from './delivery/postBatch.ts';
import { createSender } from './delivery/Sender.ts';
import { seededRandom } from './engine/random.ts';
import { createTown } from './engine/Town.ts';
import { createTraffic } from './engine/traffic.ts';
import type { Incident } from './engine/Truth.ts';
import { scheduleOutages } from './outages.ts';
import { describeProgress } from './progress.ts';
import { readIncidents, readTruth } from './readTown.ts';
import { runTown } from './runTown.ts';
import { usage } from './usage.ts';

const folder = join(fileURLToPath(import.meta.url), '..', '..');

// Some 20 MB encoded: forty seconds of the liveliest town.
const MOST_WAITING = 200_000;

async function live(asked: TownOptions, incidents: Incident[]) {
  const { seed, rate } = asked;
  const clock = systemClock;
  const startMicros = clock.nowMicros();
  const outages = scheduleOutages({ asked, incidents, startMicros });
  const town = createTown(readTruth(folder));
  const sender = createSender({
    post: createPostBatch(asked),
    clock,
    random: Math.random,
    mostWaiting: MOST_WAITING,
  });
  const progress = () =>
    describeProgress({
      tally: sender.tally(),
      outages,
      nowMicros: clock.nowMicros(),
    });

  const ending = new AbortController();
  stopOnSignal(ending);
  process.stdout.write(`Harbour lives: rate ${rate}, to ${asked.endpoint}\n`);
  const ticker = showEverySoOften(progress);
  await runTown({
    traffic: createTraffic({ town, seed, rate, outages }),
    outbox: createOutbox({
      random: seededRandom(`${seed}/post`),
      mishaps: { late: town.traitOf('late'), resent: town.traitOf('resent') },
    }),
    sender,
    clock,
    startMicros,
    backfillMicros: asked.backfillMs * 1000,
    durationMs: asked.durationMs,
    signal: ending.signal,
  });
  clearInterval(ticker);
  process.stdout.write(`${newLine()}${progress()}\nHarbour rests.\n`);
}

const newLine = () => (process.stdout.isTTY ? '\r\x1b[K' : '');

/** One line that changes on a terminal, a line every ten seconds in a log. */
function showEverySoOften(progress: () => string) {
  const { isTTY } = process.stdout;
  return setInterval(
    () => process.stdout.write(`${newLine()}${progress()}${isTTY ? '' : '\n'}`),
    isTTY ? 1000 : 10_000,
  );
}

/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: one press, two signals. */
const SAME_PRESS_MS = 700;

function stopOnSignal(ending: AbortController) {
  let firstAt: number | undefined;
  const stop = () => {
    const now = Date.now();
    firstAt ??= now;
    if (now - firstAt > SAME_PRESS_MS) process.exit(130);
    ending.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, stop);
  }
}

async function main() {
  const incidents = readIncidents(folder);
  const asked = readArguments(process.argv.slice(2), process.env);
  if (asked === 'help') process.stdout.write(usage(incidents));
  else await live(asked, incidents);
}

main().catch(error => {
  const text = error instanceof UsageError ? error.message : error.stack;
  process.stderr.write(`\n✗ ${text}\n  See npm run town -- --help\n`);
  process.exitCode = 1;
});

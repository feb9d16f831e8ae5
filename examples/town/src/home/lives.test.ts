import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '../__testUtils__/FakeClock.ts';
import { incidents, MINUTE, NOON, only } from '../__testUtils__/harbour.ts';
import { decodeRequest, spansOf } from '../__testUtils__/otlp.ts';
import { readArguments, type TownOptions } from '../arguments.ts';
import { createOutbox } from '../delivery/Outbox.ts';
import { createSender } from '../delivery/Sender.ts';
import { seededRandom } from '../engine/random.ts';
import { createTown } from '../engine/Town.ts';
import { createTraffic } from '../engine/traffic.ts';
import { runTown } from '../runTown.ts';
import { moveIn } from './Home.ts';

const RECOGNISED = 5 * MINUTE;
// Long visits with messages: who is killed leaves many of them half told.
const town = createTown(only('mobile-order'));
const asked = readArguments(
  ['--backfill', '15m', '--rate', '0.1'],
  {},
) as TownOptions;

/** Counts spans, and recognises what is sent again, for five minutes after it came first. */
function receiver() {
  const heard = new Map<string, number>();
  const counted = new Map<string, number>();
  return {
    counted,
    take(body: Uint8Array, nowMicros: number) {
      for (const { span_id: id } of spansOf(decodeRequest(body))) {
        if (nowMicros - (heard.get(id) ?? -Infinity) <= RECOGNISED) continue;
        counted.set(id, (counted.get(id) ?? 0) + 1);
        heard.set(id, nowMicros);
      }
    },
  };
}

/** A clock that ends a life when its time has come; then nothing leaves the process any more. */
function mortalClock(clock: FakeClock, endMicros: number) {
  const ending = new AbortController();
  return {
    signal: ending.signal,
    clock: {
      nowMicros: clock.nowMicros,
      async sleep(ms: number, signal?: AbortSignal) {
        // The patience at the end is not for this clock: it would be over at once.
        if (ms >= 10_000) return;
        await clock.sleep(ms, signal);
        if (clock.nowMicros() >= endMicros) ending.abort();
      },
    },
  };
}

async function live(options: {
  home: string;
  clock: FakeClock;
  to: ReturnType<typeof receiver>;
  minutes: number;
  killed: boolean;
}) {
  const { home, to, killed } = options;
  const endMicros = options.clock.nowMicros() + options.minutes * MINUTE;
  const { clock, signal } = mortalClock(options.clock, endMicros);
  const here = await moveIn(home, { asked, incidents, clock });
  const sender = createSender({
    post: async body => {
      if (!(killed && signal.aborted)) to.take(body, clock.nowMicros());
      return { status: 200, body: new Uint8Array() };
    },
    clock,
    random: () => 1,
    mostWaiting: 1_000_000,
  });
  const life = await runTown({
    traffic: createTraffic({ town, ...asked, outages: here.outages }),
    outbox: createOutbox({ random: seededRandom('x'), mishaps: {} }),
    sender,
    clock,
    fromMicros: here.fromMicros,
    startMicros: clock.nowMicros(),
    onTelling: here.promise,
    signal,
  });
  if (!killed) here.leave(life);
  return life;
}

const lives = (seed: string) => {
  const random = seededRandom(seed);
  return Array.from({ length: 8 }, () => ({
    minutes: random.next() < 0.5 ? 0.1 : random.next() * 1.5,
    killed: random.next() < 0.7,
    pause: random.next() < 0.7 ? random.next() * 2 : random.next() * 8,
  }));
};

it.each(['a', 'b', 'c'])(
  'no span counts twice, whenever a town is killed and comes again (%s)',
  async seed => {
    const home = mkdtempSync(join(tmpdir(), 'lives-'));
    const clock = new FakeClock(NOON);
    const to = receiver();
    for (const { minutes, killed, pause } of lives(seed)) {
      await live({ home, clock, to, minutes, killed });
      await clock.sleep((pause * MINUTE) / 1000);
    }

    const twice = [...to.counted.values()].filter(times => times > 1);
    expect(to.counted.size).toBeGreaterThan(500);
    expect(twice).toEqual([]);
  },
  60_000,
);

it('every visit is told of once when all towns end well, however long nobody lived there', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lives-'));
  const clock = new FakeClock(NOON);
  const to = receiver();
  let told = 0;
  for (const pause of [0.5, 2, 0]) {
    const life = await live({ home, clock, to, minutes: 0.5, killed: false });
    told = life.toldMicros;
    await clock.sleep((pause * MINUTE) / 1000);
  }

  const traffic = createTraffic({ town, ...asked, outages: [] });
  const all = traffic(NOON - 15 * MINUTE, told).map(({ spanId }) =>
    Buffer.from(spanId, 'hex').toString('base64'),
  );
  expect([...to.counted.keys()].sort()).toEqual(all.sort());
  expect(new Set(to.counted.values())).toEqual(new Set([1]));
}, 60_000);

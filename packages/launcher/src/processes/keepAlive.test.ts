import type { ChildEnd } from './Family.ts';
import { keepAlive, type Ended } from './keepAlive.ts';

const MINUTE = 60_000;
const crash: ChildEnd = { code: 1, signal: null };

/** Lives as long as it says, one life after the other; then all is over. */
async function run(lifetimes: number[]) {
  let now = 0;
  const begun: number[] = [];
  const ended: Ended[] = [];
  const lives = [...lifetimes];
  await keepAlive({
    begin: life => {
      begun.push(life);
      now += lives.shift()!;
      return { ended: Promise.resolve(crash) };
    },
    onEnd: end => ended.push(end),
    isOver: () => lives.length === 0,
    now: () => now,
    wait: async ms => {
      now += ms;
    },
  });
  return { begun, ended };
}

it('waits twice as long each time, a minute at most', async () => {
  const { begun, ended } = await run(Array(9).fill(500));

  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(ended.map(({ pauseMs }) => pauseMs / 1000)).toEqual([
    1, 2, 4, 8, 16, 32, 60, 60, 60,
  ]);
});

it('counts anew after a life that was long enough', async () => {
  const { ended } = await run([500, 500, 2 * MINUTE, 500]);

  expect(ended).toEqual(
    [1, 2, 1, 2].map(failures => ({
      end: crash,
      failures,
      pauseMs: failures * 1000,
    })),
  );
});

it('begins nothing when all is over already', async () => {
  expect(await run([])).toEqual({ begun: [], ended: [] });
});

import { FakeClock } from '../__testUtils__/FakeClock.ts';
import type { Answer, PostBatch } from './postBatch.ts';
import { createSender } from './Sender.ts';

const body = new Uint8Array();
const batch = (spans: number) => ({ spans, body });
const ok: Answer = { status: 200, body };

/** Answers in this order, then with success. */
const answering =
  (...answers: Array<Answer | Error>): PostBatch =>
  async () => {
    const answer = answers.shift() ?? ok;
    if (answer instanceof Error) throw answer;
    return answer;
  };

function sender(post: PostBatch, mostWaiting = 1000) {
  const clock = new FakeClock();
  return {
    clock,
    sender: createSender({ post, clock, random: () => 1, mostWaiting }),
  };
}

it('counts what is acknowledged and what is rejected', async () => {
  const { sender: town } = sender(answering(ok, { status: 400, body }));
  town.offer(batch(10));
  town.offer(batch(5));
  await town.idle();

  expect(town.tally()).toEqual({
    offered: 15,
    acknowledged: 10,
    rejected: 5,
    lost: 0,
    waiting: 0,
    retries: 0,
    complaint: 'HTTP 400',
  });
});

it('waits as long as Retry-After says, then sends again', async () => {
  const full = { status: 429, retryAfter: '3', body };
  const { sender: town, clock } = sender(answering(full));
  town.offer(batch(10));
  await town.idle();

  expect(clock.slept).toEqual([3000]);
  expect(town.tally()).toMatchObject({ acknowledged: 10, retries: 1, lost: 0 });
});

it('waits twice as long each time nobody answers', async () => {
  const gone = new Error('fetch failed', { cause: new Error('ECONNREFUSED') });
  const { sender: town, clock } = sender(answering(gone, gone, gone));
  town.offer(batch(10));
  await town.idle();

  expect(clock.slept).toEqual([500, 1000, 2000]);
  expect(town.tally()).toMatchObject({
    acknowledged: 10,
    retries: 3,
    complaint: 'ECONNREFUSED',
  });
});

it('loses what does not fit in the queue, and says how much', async () => {
  let release = () => {};
  const held = new Promise<void>(done => (release = done));
  const { sender: town } = sender(async () => held.then(() => ok), 25);
  [10, 10, 10, 5].forEach(spans => town.offer(batch(spans)));

  expect(town.tally()).toMatchObject({ offered: 35, waiting: 25, lost: 10 });
  release();
  await town.idle();

  expect(town.tally()).toMatchObject({
    acknowledged: 25,
    waiting: 0,
    lost: 10,
  });
});

it('sends what waits before it ends', async () => {
  const { sender: town } = sender(answering());
  [1, 2, 3, 4].forEach(spans => town.offer(batch(spans)));
  // The fake clock would be out of patience at once.
  await town.idle();
  await town.close(0);

  expect(town.tally()).toMatchObject({ acknowledged: 10, waiting: 0, lost: 0 });
});

it('gives up on a dead end when its patience is over, and counts the loss', async () => {
  const { sender: town } = sender(async () => {
    throw new Error('nobody there');
  });
  town.offer(batch(7));
  town.offer(batch(8));
  await town.close(100);

  expect(town.tally()).toMatchObject({ lost: 15, waiting: 0, acknowledged: 0 });
});

it('never has more offered than it can account for', async () => {
  const answers = Array.from({ length: 50 }, (_, i) =>
    i % 3 ? ok : { status: [503, 400, 429][(i % 9) % 3], body },
  );
  const { sender: town } = sender(answering(...answers), 60);
  for (let i = 0; i < 100; i++) {
    town.offer(batch(1 + (i % 5)));
    if (i % 10 === 0) await town.idle();
    const t = town.tally();
    expect(t.acknowledged + t.rejected + t.lost + t.waiting).toBe(t.offered);
  }
});

import { layOut } from '../engine/layOut';
import { LayoutQuestion, LayoutThread, createLayouter } from './createLayouter';

const input = {
  nodes: [
    { id: 'a', width: 100, height: 40 },
    { id: 'b', width: 100, height: 40 },
  ],
  groups: [],
  edges: [{ id: 'a b', from: 'a', to: 'b', weight: 1 }],
};

/** A thread that answers when told to, in any order. */
const fakeThread = () => {
  const asked: LayoutQuestion[] = [];
  let stopped = false;
  const thread: LayoutThread = {
    postMessage: (question: LayoutQuestion) => asked.push(question),
    terminate: () => (stopped = true),
    onmessage: null,
    onerror: null,
  };
  const call = (event: 'onmessage' | 'onerror', data?: unknown) =>
    (thread[event] as (this: unknown, event: unknown) => void)?.call(thread, {
      data,
    });
  return {
    thread,
    asked,
    isStopped: () => stopped,
    answer: (at: number) =>
      call('onmessage', {
        id: asked[at].id,
        layout: layOut(asked[at].input),
      }),
    fail: () => call('onerror'),
  };
};

it('gives each question its own answer, whichever comes first', async () => {
  const fake = fakeThread();
  const layouter = createLayouter(() => fake.thread);
  const first = layouter.layOut(input);
  const second = layouter.layOut({ ...input, edges: [] });
  fake.answer(1);
  fake.answer(0);
  expect(await first).toEqual(layOut(input));
  expect(await second).toEqual(layOut({ ...input, edges: [] }));
});

it('lays out by itself where no thread can be started', async () => {
  const layouter = createLayouter(() => {
    throw new DOMException('no worker', 'SecurityError');
  });
  expect(await layouter.layOut(input)).toEqual(layOut(input));
});

it('lays out by itself what a thread that was forbidden did not', async () => {
  const fake = fakeThread();
  const layouter = createLayouter(() => fake.thread);
  const waiting = layouter.layOut(input);
  fake.fail();
  expect(await waiting).toEqual(layOut(input));
  expect(await layouter.layOut(input)).toEqual(layOut(input));
  expect([fake.isStopped(), fake.asked.length]).toEqual([true, 1]);
});

it('ends its thread with the page', () => {
  const fake = fakeThread();
  createLayouter(() => fake.thread).stop();
  expect(fake.isStopped()).toBe(true);
});

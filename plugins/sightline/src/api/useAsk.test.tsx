import { act, renderHook } from '@testing-library/react';
import { Problem } from './Problem';
import { AskOptions } from './SightlineApi';
import { useAsk } from './useAsk';

type Question = {
  options: AskOptions<string>;
  answer: (value: string) => Promise<void>;
  fail: () => Promise<void>;
};

/** A backend that answers when the test says so, in whatever order. */
function slowBackend() {
  const questions: Question[] = [];
  const ask = (options: AskOptions<string>) =>
    new Promise<string>((resolve, reject) => {
      questions.push({
        options,
        answer: value => act(async () => resolve(value)),
        fail: () =>
          act(async () => reject(new Problem('unavailable', 'It is down.'))),
      });
    });
  return { questions, ask };
}

const asking = (settings?: Parameters<typeof useAsk>[2]) => {
  const backend = slowBackend();
  const hook = renderHook(({ key }) => useAsk(key, backend.ask, settings), {
    initialProps: { key: 'a' },
  });
  return { ...backend, ...hook, now: () => hook.result.current };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('is loading, then ok', async () => {
  const { now, questions } = asking();
  expect(now()).toMatchObject({
    state: 'loading',
    value: undefined,
    busy: true,
  });
  await questions[0].answer('one');
  expect(now()).toMatchObject({ state: 'ok', value: 'one', busy: false });
});

it('is failed, with the problem, when there is nothing to show', async () => {
  const { now, questions } = asking();
  await questions[0].fail();
  expect(now()).toMatchObject({
    state: 'failed',
    problem: { kind: 'unavailable' },
  });
});

it('keeps the last value while the next question is answered, so that nothing jumps', async () => {
  const { now, questions, rerender } = asking();
  await questions[0].answer('one');
  rerender({ key: 'b' });
  expect(now()).toMatchObject({ state: 'stale', value: 'one', busy: true });
  await questions[1].answer('two');
  expect(now()).toMatchObject({ state: 'ok', value: 'two' });
});

it('keeps nothing where the last value would mislead', async () => {
  const { now, questions, rerender } = asking({ keep: false });
  await questions[0].answer('one');
  rerender({ key: 'b' });
  expect(now()).toMatchObject({ state: 'loading', value: undefined });
});

it('cancels the question that is no longer asked, and throws its late answer away', async () => {
  const { now, questions, rerender } = asking();
  rerender({ key: 'b' });
  expect(questions[0].options.signal?.aborted).toBe(true);
  await questions[1].answer('two');
  await questions[0].answer('one');
  expect(now()).toMatchObject({ state: 'ok', value: 'two' });
});

it('cancels when nobody looks any more', () => {
  const { questions, unmount } = asking();
  unmount();
  expect(questions[0].options.signal?.aborted).toBe(true);
});

it('leaves the last good value standing when a refresh fails, and says so', async () => {
  const { now, questions } = asking();
  await questions[0].answer('one');
  act(() => now().retry());
  await questions[1].fail();
  expect(now()).toMatchObject({
    state: 'stale',
    value: 'one',
    problem: { message: 'It is down.' },
  });
});

it('does not show another question’s value beside this question’s failure', async () => {
  const { now, questions, rerender } = asking();
  await questions[0].answer('one');
  rerender({ key: 'b' });
  await questions[1].fail();
  expect(now()).toMatchObject({ state: 'failed', value: undefined });
});

it('shows a remembered answer as stale until the new one is there', async () => {
  const { now, questions } = asking();
  act(() => questions[0].options.earlier?.('old', 1));
  expect(now()).toMatchObject({ state: 'stale', value: 'old', since: 1 });
  await questions[0].answer('new');
  expect(now()).toMatchObject({ state: 'ok', value: 'new' });
});

it('asks again on an interval, but not while the page is hidden', async () => {
  const { questions } = asking({ every: 60_000 });
  await questions[0].answer('one');
  act(() => jest.advanceTimersByTime(60_000));
  expect(questions).toHaveLength(2);
  const hidden = jest
    .spyOn(document, 'visibilityState', 'get')
    .mockReturnValue('hidden');
  act(() => jest.advanceTimersByTime(600_000));
  expect(questions).toHaveLength(2);
  hidden.mockRestore();
});

it('asks again when the reader comes back after a while', async () => {
  const { questions } = asking();
  await questions[0].answer('one');
  act(() => {
    window.dispatchEvent(new Event('focus'));
  });
  expect(questions).toHaveLength(1);
  act(() => jest.advanceTimersByTime(6_000));
  act(() => {
    window.dispatchEvent(new Event('focus'));
  });
  expect(questions).toHaveLength(2);
  expect(questions[1].options.fresh).toBe(true);
});

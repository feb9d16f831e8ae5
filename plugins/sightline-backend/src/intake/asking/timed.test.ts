import { good, held, question, testContext } from '../__testUtils__/asking';
import { Ask } from './Ask';
import { timed } from './timed';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const setUp = (ask: Ask) => {
  const late = { count: 0 };
  const onLate = () => {
    late.count += 1;
  };
  return {
    late,
    ask: timed(ask, { timeout: 5000, clock: () => 1000, onLate }),
  };
};

describe('timed', () => {
  it('hands on an answer that comes in time and leaves no timer behind', async () => {
    const { ask } = setUp(async () => good);
    expect(await ask(question(), testContext().context)).toEqual(good);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('gives the source a deadline from now on, whatever the clock said when the round began', async () => {
    const deadlines: number[] = [];
    const { ask } = setUp(async (_, context) => {
      deadlines.push(context.deadline);
      return good;
    });
    await ask(question(), testContext().context);
    await ask(question(), testContext(1200).context);
    expect(deadlines).toEqual([6000, 6000]);
  });

  it('gives up a source that ignores its signal, and counts what it says later', async () => {
    const source = held();
    const { ask, late } = setUp(source.ask);
    const asked = ask(question(), testContext().context);
    await jest.advanceTimersByTimeAsync(5001);
    expect(await asked).toEqual({
      outcome: 'retry',
      fault: { kind: 'timeout', words: 'No answer within 5 seconds' },
    });
    expect(late.count).toBe(0);
    source.answer(good);
    await jest.advanceTimersByTimeAsync(0);
    expect(late.count).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('lets a source that heeds its signal say itself why it stopped', async () => {
    const own = {
      outcome: 'retry' as const,
      fault: {
        kind: 'timeout' as const,
        words: 'prom.example had not answered',
      },
    };
    const { ask, late } = setUp(
      (_, { signal }) =>
        new Promise(resolve =>
          signal.addEventListener('abort', () => resolve(own)),
        ),
    );
    const asked = ask(question(), testContext().context);
    await jest.advanceTimersByTimeAsync(5001);
    expect(await asked).toEqual(own);
    expect(late.count).toBe(0);
  });

  it('ends at once when the whole round is aborted', async () => {
    const { ask } = setUp(held().ask);
    const { context, abort } = testContext();
    const asked = ask(question(), context);
    abort();
    await jest.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual({
      outcome: 'retry',
      fault: { kind: 'timeout', words: 'Stopped before an answer came' },
    });
    expect(jest.getTimerCount()).toBe(0);
  });
});

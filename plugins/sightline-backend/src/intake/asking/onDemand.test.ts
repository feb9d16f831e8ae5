import { settle } from '../__testUtils__/asking';
import { coalesced } from './coalesced';
import { negativelyCached } from './negativelyCached';
import { staleWhileRevalidate } from './staleWhileRevalidate';

const heldAnswers = () => {
  const waiting: { resolve(answer: string): void; reject(e: Error): void }[] =
    [];
  const ask = (_: string) =>
    new Promise<string>((resolve, reject) => {
      waiting.push({ resolve, reject });
    });
  return { ask, waiting };
};

describe('coalesced', () => {
  it('asks once while the same is under way, and anew afterwards', async () => {
    const { ask, waiting } = heldAnswers();
    const shared = coalesced(ask, key => key);
    const both = [shared('a'), shared('a')];
    shared('b').catch(() => {});
    expect(waiting).toHaveLength(2);
    waiting[0].resolve('one');
    expect(await Promise.all(both)).toEqual(['one', 'one']);
    shared('a').catch(() => {});
    expect(waiting).toHaveLength(3);
  });

  it('forgets what was rejected', async () => {
    const { ask, waiting } = heldAnswers();
    const shared = coalesced(ask, key => key);
    const first = shared('a');
    waiting[0].reject(new Error('no'));
    await expect(first).rejects.toThrow('no');
    const second = shared('a');
    waiting[1].resolve('yes');
    expect(await second).toBe('yes');
  });
});

describe('negativelyCached', () => {
  const setUp = (...answers: string[]) => {
    const time = { now: 1000 };
    let asked = 0;
    const ask = negativelyCached(
      async (_: string) => answers[Math.min(asked++, answers.length - 1)],
      {
        keyOf: key => key,
        lasts: () => 10_000,
        isBad: answer => answer.startsWith('bad'),
        now: () => time.now,
        cap: 2,
      },
    );
    return { ask, time, asked: () => asked };
  };

  it('gives a bad answer again without asking, for a while', async () => {
    const { ask, time, asked } = setUp('bad 1', 'bad 2');
    expect([await ask('a'), await ask('a')]).toEqual(['bad 1', 'bad 1']);
    time.now += 10_000;
    expect(await ask('a')).toBe('bad 2');
    expect(asked()).toBe(2);
  });

  it('asks when the clock was set back', async () => {
    const { ask, time } = setUp('bad', 'good');
    await ask('a');
    time.now -= 1;
    expect(await ask('a')).toBe('good');
  });

  it('keeps no good answers, and no more bad ones than it may', async () => {
    const { ask, asked } = setUp('good');
    await ask('a');
    await ask('a');
    expect(asked()).toBe(2);
    const bad = setUp('bad');
    for (const key of ['a', 'b', 'c', 'a']) await bad.ask(key);
    expect(bad.asked()).toBe(4);
  });
});

describe('staleWhileRevalidate', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  const setUp = (last: string | undefined) => {
    const { ask, waiting } = heldAnswers();
    const errors: unknown[] = [];
    const asked = staleWhileRevalidate(ask, {
      last: async () => last,
      patience: 2000,
      onError: error => errors.push(error),
    })('a');
    return { asked, waiting, errors };
  };

  it('gives the new answer when it comes in time', async () => {
    const { asked, waiting } = setUp('old');
    waiting[0].resolve('new');
    expect(await asked).toBe('new');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('gives the last answer when the new one takes too long', async () => {
    const { asked, waiting, errors } = setUp('old');
    await jest.advanceTimersByTimeAsync(2000);
    expect(await asked).toBe('old');
    waiting[0].reject(new Error('too late anyway'));
    await settle();
    expect(errors).toEqual([new Error('too late anyway')]);
  });

  it('waits when there is no last answer', async () => {
    const { asked, waiting } = setUp(undefined);
    await jest.advanceTimersByTimeAsync(60_000);
    waiting[0].resolve('first');
    expect(await asked).toBe('first');
  });
});

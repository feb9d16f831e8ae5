import { retry } from '@sightline/backstage-plugin-sightline-node';
import fc from 'fast-check';
import {
  good,
  question,
  refused,
  scripted,
  settle,
  testContext,
  unwell,
} from '../__testUtils__/asking';
import { Ask } from './Ask';
import { retried } from './retried';

const settings = { attempts: 3, first: 1000, longest: 10_000 };

const withRetries = (ask: Ask) =>
  retried(ask, { settings, clock: Date.now, random: () => 0.5 });

describe('retried', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('asks again, later and later, until it gets an answer', async () => {
    const { ask, asked } = scripted(unwell, unwell, good);
    const answer = withRetries(ask)(question(), testContext(60_000).context);
    const counts: number[] = [];
    for (const ms of [499, 1, 999, 1]) {
      await jest.advanceTimersByTimeAsync(ms);
      counts.push(asked.length);
    }
    expect(counts).toEqual([1, 2, 2, 3]);
    expect(await answer).toEqual(good);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('asks no more often than it may', async () => {
    const { ask, asked } = scripted(unwell);
    const answer = withRetries(ask)(question(), testContext(60_000).context);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await answer).toEqual(unwell);
    expect(asked).toHaveLength(3);
  });

  it('does not ask again what cannot help', async () => {
    const { ask, asked } = scripted(refused, good);
    const answer = withRetries(ask)(question(), testContext(60_000).context);
    expect(await answer).toEqual(refused);
    expect(asked).toHaveLength(1);
  });

  it('waits as long as the other side asks for', async () => {
    const busy = retry({ kind: 'rate-limited', words: '429' }, 20_000);
    const { ask, asked } = scripted(busy, good);
    const answer = withRetries(ask)(question(), testContext(60_000).context);
    await jest.advanceTimersByTimeAsync(20_499);
    expect(asked).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual(good);
  });

  it('hands the wish on when the deadline comes first', async () => {
    const busy = retry({ kind: 'rate-limited', words: '429' }, 20_000);
    const { ask, asked } = scripted(busy, good);
    const answer = withRetries(ask)(question(), testContext(15_000).context);
    expect(await answer).toEqual(busy);
    expect(asked).toHaveLength(1);
  });

  it('stops waiting when it is aborted', async () => {
    const { ask, asked } = scripted(unwell, good);
    const { context, abort } = testContext(60_000);
    const answer = withRetries(ask)(question(), context);
    await jest.advanceTimersByTimeAsync(10);
    abort();
    expect(await answer).toEqual(unwell);
    expect(asked).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('retried, at any deadline', () => {
  it('never asks after it', async () => {
    const chances = fc.double({
      min: 0,
      max: 1,
      maxExcluded: true,
      noNaN: true,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(chances, { minLength: 1, maxLength: 10 }),
        async (deadline, chance) => {
          jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate'] });
          const moments: number[] = [];
          const ask = retried(
            async () => {
              moments.push(Date.now());
              return unwell;
            },
            {
              settings: { attempts: 50, first: 100, longest: 30_000 },
              clock: Date.now,
              random: () => chance[moments.length % chance.length],
            },
          );
          const answer = ask(question(), testContext(deadline).context);
          await jest.advanceTimersByTimeAsync(200_000);
          await settle();
          jest.useRealTimers();
          expect(await answer).toEqual(unwell);
          expect(Math.max(...moments)).toBeLessThan(deadline);
        },
      ),
      { numRuns: 30 },
    );
  });
});

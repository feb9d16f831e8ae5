import fc from 'fast-check';
import { backoff, waitBeforeNextTry } from './backoff';

const settings = { attempts: 4, first: 500, longest: 3000 };

describe('backoff', () => {
  it.each([
    // attempt, chance, wait
    [1, 0, 0],
    [1, 0.5, 250],
    [2, 0.5, 500],
    [3, 0.5, 1000],
    [4, 0.5, 1500],
    [60, 0.5, 1500],
  ])('after try %p with chance %p waits %p ms', (attempt, chance, expected) => {
    expect(backoff(settings, attempt, chance)).toBe(expected);
  });
});

describe('waitBeforeNextTry', () => {
  it.each([
    ['waits with jitter', { attempt: 1, remaining: 9000, chance: 0.5 }, 250],
    [
      'adds the jitter to what the other side asked for',
      { attempt: 1, remaining: 9000, after: 2000, chance: 0.5 },
      2250,
    ],
    [
      'gives up when the other side asks for more than there is',
      { attempt: 1, remaining: 9000, after: 30_000, chance: 0 },
      undefined,
    ],
    [
      'gives up when all tries are used',
      { attempt: 4, remaining: 9000, chance: 0 },
      undefined,
    ],
    [
      'gives up when the deadline has passed',
      { attempt: 1, remaining: -1, chance: 0 },
      undefined,
    ],
  ])('%s', (_, soFar, expected) => {
    expect(waitBeforeNextTry(settings, soFar)).toBe(expected);
  });

  it('never waits beyond the deadline, nor less than it was asked to', () => {
    const always = fc.check(
      fc.property(
        fc.record({
          attempts: fc.integer({ min: 1, max: 100 }),
          first: fc.integer({ min: 1, max: 1e6 }),
          longest: fc.integer({ min: 1, max: 1e7 }),
        }),
        fc.record({
          attempt: fc.integer({ min: 1, max: 2000 }),
          remaining: fc.integer({ min: -1e6, max: 1e7 }),
          after: fc.option(fc.nat(1e7), { nil: undefined }),
          chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        }),
        (given, soFar) => {
          const pause = waitBeforeNextTry(given, soFar);
          return (
            pause === undefined ||
            (pause < soFar.remaining &&
              pause >= (soFar.after ?? 0) &&
              soFar.attempt < given.attempts)
          );
        },
      ),
    );
    expect(always).toMatchObject({ failed: false, counterexample: null });
  });
});

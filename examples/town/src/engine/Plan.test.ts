import fc from 'fast-check';
import { truth } from '../__testUtils__/harbour.ts';
import { callsAt, planJourney, type Plan } from './Plan.ts';
import { seededRandom } from './random.ts';
import { drawAttempts, finalErrors, meanAttempts } from './retries.ts';
import type { Call, CallTree } from './Truth.ts';

it('a stride is met exactly over any run of visits, to one call', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 1e10 }),
      fc.integer({ min: 1, max: 300 }),
      (step, phase, first, count) => {
        let calls = 0;
        for (let i = 0; i < count; i++) {
          calls += callsAt({ step, phase }, first + i);
        }
        expect(Math.abs(calls - count * step)).toBeLessThanOrEqual(1.0001);
      },
    ),
  );
});

const callsOf = (trees: CallTree[]): Call[] =>
  trees.flatMap(({ call, calls = [] }) => [call, ...callsOf(calls)]);
const calls = truth.journeys.flatMap(journey => callsOf(journey.calls));

it.each(calls.filter(({ retry }) => retry))(
  'the attempts of $caller to $callee follow from its errors',
  call => {
    expect(meanAttempts(call)).toBeCloseTo(call.times, 2);

    const random = seededRandom('attempts');
    const counts = Array.from({ length: 20_000 }, () =>
      drawAttempts(call, random.next() < finalErrors(call), random),
    );
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    expect(mean).toBeCloseTo(call.times, 1);
    expect(Math.max(...counts)).toBe(call.retry!.attempts);
  },
);

it('every call keeps the errors that the truth gives it', () => {
  const check = (plan: Plan, errors: number) => {
    for (const below of plan.calls) {
      const [share, times] = below.strides.map(({ step }) => step);
      const failures = errors * below.blame + share * times * below.mishap;
      const { call } = below;
      expect(failures).toBeCloseTo(share * times * finalErrors(call), 6);
      check(below, call.errors);
    }
  };
  for (const journey of truth.journeys) {
    check(planJourney(journey, 'test'), journey.root.errors);
  }
});

it('nobody is to blame for more failures than there are', () => {
  const check = (plan: Plan) => {
    const blame = plan.calls.reduce((sum, below) => sum + below.blame, 0);
    expect(blame).toBeLessThanOrEqual(1 + 1e-9);
    plan.calls.forEach(check);
  };
  truth.journeys.forEach(journey => check(planJourney(journey, 'test')));
});

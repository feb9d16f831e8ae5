import fc from 'fast-check';
import { figures } from '../../../__testUtils__/harbourFigures';
import {
  crowdedCalls,
  quietCalls,
  serviceCalls,
  untracedCalls,
} from '../../../__testUtils__/harbourServiceCalls';
import { incomingOf } from './incoming';
import { mixedQuantile } from './mixedQuantile';

describe('mixedQuantile', () => {
  it('is the part’s own where there is one part', () => {
    const one = [figures(1, 0, [14, 45])];
    expect(mixedQuantile(one, 0.5)).toBeCloseTo(14);
    expect(mixedQuantile(one, 0.95)).toBeCloseTo(45);
  });

  it('weighs by calls: few slow ones move p95 and hardly p50', () => {
    const parts = [figures(0.9, 0, [14, 45]), figures(0.1, 0, [380, 1_120])];
    expect(mixedQuantile(parts, 0.5)).toBeCloseTo(15.46);
    expect(mixedQuantile(parts, 0.95)).toBeCloseTo(380, 1);
  });

  it('is not known where no part has durations', () => {
    expect(
      mixedQuantile([{ calls: 9, errors: 0, errorRatio: 0 }], 0.5),
    ).toBeUndefined();
  });

  it('never leaves the range of its parts', () => {
    const part = fc.record({
      calls: fc.integer({ min: 1, max: 10_000 }),
      errors: fc.constant(0),
      errorRatio: fc.constant(0),
      p50: fc.double({ min: 0.1, max: 1_000, noNaN: true }),
      p95: fc.double({ min: 1_000, max: 60_000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), parts => {
        const p95 = mixedQuantile(parts, 0.95)!;
        expect(p95).toBeGreaterThanOrEqual(
          Math.min(...parts.map(one => one.p95)),
        );
        expect(p95).toBeLessThanOrEqual(Math.max(...parts.map(one => one.p95)));
      }),
    );
  });
});

describe('what comes in', () => {
  it('is the sum of the operations', () => {
    const incoming = incomingOf(serviceCalls())!;
    expect(incoming).toMatchObject({ calls: 17_640, errors: 64 });
    expect(incoming.perSecond).toBeCloseTo(4.9);
    expect(incoming.estimated).toBe(true);
  });

  it('is told by the callers where the service does not tell, or not all', () => {
    expect(incomingOf(untracedCalls())).toMatchObject({ calls: 2 * 1_044 });
    expect(incomingOf(crowdedCalls())!.calls).toBeGreaterThan(700_000);
  });

  it('has no rate where one part was only sampled', () => {
    const calls = serviceCalls();
    const [first, ...rest] = calls.operations;
    const { perSecond: _, ...sampled } = first.figures;
    expect(
      incomingOf({
        ...calls,
        operations: [{ ...first, figures: sampled }, ...rest],
      })!.perSecond,
    ).toBeUndefined();
  });

  it('is nothing where nobody called, which is not 0 ms', () => {
    expect(incomingOf(quietCalls())).toBeUndefined();
  });
});

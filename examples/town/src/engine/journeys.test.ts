import { edgesOfSpans } from '../__testUtils__/edges.ts';
import { isEntry, only, traffic, truth } from '../__testUtils__/harbour.ts';
import type { CallTree, Journey } from './Truth.ts';

describe.each(truth.journeys.filter(({ id }) => id !== 'browse'))(
  'the journey $id',
  ({ id, root, calls }: Journey) => {
    const spans = traffic({ truth: only(id) });
    const visits = spans.filter(isEntry).length;

    it('begins as often as its root says', () => {
      expect(Math.abs(visits - root.perSecond * 600)).toBeLessThanOrEqual(1.1);
    });

    it('makes each call as often as times and share say', () => {
      const expected = new Map<string, { calls: number; slack: number }>();
      const visit = (trees: CallTree[], parents: number, slack: number) => {
        for (const { call, calls: below = [] } of trees) {
          const many = parents * call.times * (call.share ?? 1);
          const loose = call.retry ? slack + many * 0.15 : slack;
          const key = `${call.caller} ${call.callee} ${call.protocol}`;
          const old = expected.get(key) ?? { calls: 0, slack: 0 };
          // A share of visits is met to within one visit.
          const own = loose + (call.share ? 1 : 0);
          expected.set(key, {
            calls: old.calls + many,
            slack: old.slack + own,
          });
          if (call.callee !== 'warehouse') visit(below, many, own);
        }
      };
      visit(calls, visits, 0);
      const seen = new Map(
        [...edgesOfSpans(spans, truth)].map(([edge, count]) => {
          const [caller, , callee, protocol] = edge.split(' ');
          return [`${caller} ${callee} ${protocol}`, count];
        }),
      );

      expect([...seen.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [key, { calls: many, slack }] of expected) {
        expect(Math.abs(seen.get(key)! - many)).toBeLessThanOrEqual(
          slack + 1e-6,
        );
      }
    });

    it('takes about as long as its root says', () => {
      const durations = spans
        .filter(isEntry)
        .map(({ startNanos, endNanos }) => Number(endNanos - startNanos) / 1e6)
        .sort((a, b) => a - b);
      if (durations.length < 200) return;
      const at = (share: number) =>
        durations[Math.floor(share * durations.length)];

      expect(at(0.5) / root.p50).toBeGreaterThan(0.85);
      expect(at(0.5) / root.p50).toBeLessThan(1.2);
      expect(at(0.95) / root.p95).toBeGreaterThan(0.65);
      expect(at(0.95) / root.p95).toBeLessThan(1.3);
    });
  },
);

describe('the sampled journey', () => {
  it('keeps about half of its traces, each of which says so', () => {
    const spans = traffic({ truth: only('browse') });
    const kept = spans.filter(isEntry).length;

    expect(kept / 3600).toBeCloseTo(0.5, 1);
    expect(new Set(spans.map(span => span.traceState))).toEqual(
      new Set(['ot=th:8']),
    );
    // A trace is kept by every service or by none.
    expect(spans.every(({ traceId }) => /^.{18}[89a-f]/.test(traceId))).toBe(
      true,
    );
  });
});

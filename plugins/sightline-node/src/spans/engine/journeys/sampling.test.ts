import { createEngine } from '../../__testUtils__/fastEdges';
import { asSlowJourneys } from '../../__testUtils__/fastJourneys';
import { begin, SaidSpan, saidRequest } from '../../__testUtils__/otlpSpan';
import { runJourneys } from '../../__testUtils__/journeyScenario';
import { defaultCallEngineLimits } from '../callEngineLimits';
import type { CallsPart } from '../CallsReport';

const seconds = 1000;

/** Three spans, told by three processes ten seconds apart. */
const visit = (trace: number, second: number): SaidSpan[] => {
  const startsAt = second * seconds;
  return [
    { trace, id: 1, service: 'web', kind: 'server', startsAt },
    { trace, id: 2, parent: 1, service: 'shop', kind: 'server', startsAt },
    { trace, id: 3, parent: 2, service: 'pay', kind: 'server', startsAt },
  ];
};

/** So many visits in each second, until everything is settled. */
const runSeconds = (
  visitsOfASecond: (second: number) => number,
  lasts: number,
  limits: typeof defaultCallEngineLimits,
) => {
  const { engine, take } = createEngine(limits);
  const parts: CallsPart[] = [];
  let traces = 0;
  const told: SaidSpan[][] = [];
  const tell = (second: number, span: SaidSpan) =>
    (told[second] ??= []).push(span);
  for (let second = 0; second < lasts + 60; second++) {
    const visits = second < lasts ? visitsOfASecond(second) : 0;
    for (let n = 0; n < visits; n++) {
      traces += 1;
      const [web, shop, pay] = visit(traces, second);
      // Half of them are told from the inside out.
      tell(second + (n % 2 === 0 ? 0 : 20), web);
      tell(second + 10, shop);
      tell(second + (n % 2 === 0 ? 20 : 0), pay);
    }
    const at = begin + second * seconds;
    take(saidRequest(told[second] ?? []), { id: second, arrivedAt: at });
    engine.settle(at);
    parts.push(...engine.drain(1000).parts);
  }
  return { traces, parts, losses: engine.takeLosses() };
};

const total = (
  parts: CallsPart[],
  of: 'calls' | 'journeys' | 'estimated',
): number[] => {
  const sums = new Map<number, number>();
  for (const [way, step] of Object.entries(asSlowJourneys(parts))) {
    const depth = way.split('▸').length;
    sums.set(depth, (sums.get(depth) ?? 0) + step[of]);
  }
  return [...sums.values()];
};

describe('journeys, when there are more than are read,', () => {
  const limits = { ...defaultCallEngineLimits, journeySpansASecond: 30 };

  it('are read from whole traces, whatever the load does', () => {
    const loads = [10, 100, 3, 200, 5, 1];
    const { traces, parts, losses } = runSeconds(
      second => loads[Math.floor(second / 50)],
      loads.length * 50,
      limits,
    );
    const calls = total(parts, 'calls');
    expect(calls).toHaveLength(3);
    expect(new Set([...calls, ...total(parts, 'journeys')]).size).toBe(1);
    expect(calls[0]).toBeGreaterThan(700);
    expect(calls[0]).toBeLessThan((limits.journeySpansASecond / 3) * 50 * 8);
    for (const estimated of total(parts, 'estimated')) {
      expect(Math.abs(estimated / traces - 1)).toBeLessThan(0.2);
    }
    expect(Object.keys(losses)).toEqual([
      'traces of a share that is too much: in no journey',
    ]);
  });

  it('are all read again when it is quiet', () => {
    const { parts } = runSeconds(
      second => (second < 30 ? 100 : 1),
      300,
      limits,
    );
    const lastMinutes = parts.flatMap(({ journeys }) =>
      (journeys?.counts ?? []).filter(
        ({ minute }) => minute >= begin + 200 * seconds,
      ),
    );
    const roots = lastMinutes.reduce((sum, { calls }) => sum + calls, 0) / 3;
    expect(roots).toBeGreaterThanOrEqual(60);
    expect(lastMinutes.every(one => one.estimated === one.calls)).toBe(true);
  });

  it('are of fewer traces when too many of them wait', () => {
    const { traces, parts } = runSeconds(() => 20, 60, {
      ...defaultCallEngineLimits,
      journeyTracesAtMost: 256,
    });
    const calls = total(parts, 'calls');
    expect(new Set(calls).size).toBe(1);
    expect(calls[0]).toBeGreaterThan(traces / 32);
    expect(calls[0]).toBeLessThan(traces / 2);
  });
});

describe('journeys, when something is too large or too late,', () => {
  it('leave out a trace of too many spans, and take one of just enough', () => {
    const limits = {
      ...defaultCallEngineLimits,
      journeySpansOfATraceAtMost: 3,
    };
    const [web, shop, pay] = visit(1, 0);
    const other = visit(2, 0);
    const { told, losses } = runJourneys(
      [
        [web, shop, pay],
        [...other, { ...other[0], id: 4, parent: 3 }],
        [{ ...other[0], id: 5, parent: 3 }],
      ],
      limits,
    );
    expect(Object.values(told('calls'))).toEqual([[1], [1], [1]]);
    expect(losses).toEqual({ 'traces of too many spans: in no journey': 1 });
  });

  it('leave out whole journeys when there are too many steps', () => {
    const limits = { ...defaultCallEngineLimits, journeyStepsAtMost: 5 };
    const named = (trace: number, name: string) =>
      visit(trace, 0).map(span => ({ ...span, name }));
    const { told, losses } = runJourneys(
      [[...named(1, 'a'), ...named(2, 'b'), ...named(3, 'a')]],
      limits,
    );
    expect(Object.values(told('calls'))).toEqual([[2], [2], [2]]);
    expect(losses).toEqual({
      'journeys with steps beyond the most that are told apart': 1,
    });
  });

  it('go 32 calls deep', () => {
    const chain = Array.from(
      { length: 40 },
      (_, n): SaidSpan => ({
        ...{ id: n + 1, parent: n, service: `s${n}`, kind: 'server' },
      }),
    );
    const { steps, losses } = runJourneys([chain]);
    expect(Object.keys(steps)).toHaveLength(33);
    expect(losses).toEqual({ 'calls too deep for their journey: left out': 1 });
  });

  it('count spans that come later than they wait', () => {
    const [web, shop, pay] = visit(1, 0);
    const { engine, take } = createEngine();
    take(saidRequest([web]), { id: 0, arrivedAt: begin });
    take(saidRequest([shop]), { id: 1, arrivedAt: begin + 29_999 });
    take(saidRequest([pay]), { id: 2, arrivedAt: begin + 30_000 });
    engine.settle(begin + 30_000);
    expect(total(engine.drain(1000).parts, 'calls')).toEqual([1, 1]);
    expect(engine.takeLosses()).toEqual({
      'spans that came too late for their journey': 1,
    });
  });

  it('are read early rather than not at all when spans have no more room', () => {
    const limits = { ...defaultCallEngineLimits, spansAtMost: 4096 };
    const visits = Array.from({ length: 2000 }, (_, n) => visit(n + 1, 0));
    const { told } = runJourneys([visits.flat()], limits);
    expect(Object.values(told('calls'))).toEqual([[2000], [2000], [2000]]);
  });
});

describe('reports of journeys', () => {
  it('stand each by itself, with all steps on the way', () => {
    const visits = Array.from({ length: 30 }, (_, n) =>
      visit(n + 1, 0).map(span => ({ ...span, name: `op ${'x'.repeat(n)}` })),
    );
    const { engine, take } = createEngine();
    take(saidRequest(visits.flat()), { id: 0, arrivedAt: begin });
    engine.settle(begin + 30_000);
    const { parts } = engine.drain(10);
    const journeys = parts.flatMap(part => part.journeys ?? []);
    expect(journeys.length).toBeGreaterThanOrEqual(9);
    for (const { steps, counts } of journeys) {
      expect(steps.length).toBeLessThanOrEqual(12);
      expect(counts.every(({ step }) => steps[step] !== undefined)).toBe(true);
      steps.forEach(({ parent, caller }, index) => {
        expect(parent === undefined).toBe(caller !== undefined);
        expect(parent ?? -1).toBeLessThan(index);
      });
    }
    expect(total(parts, 'calls')).toEqual([30, 30, 30]);
    expect(engine.drain(10).parts).toEqual([]);
  });
});

import { begin, SaidSpan } from '../__testUtils__/otlpSpan';
import { labelOf, runScenario } from '../__testUtils__/scenario';
import { takeMillionServices } from '../__testUtils__/millionServices';
import { CallEngine } from './CallEngine';
import { defaultCallEngineLimits } from './callEngineLimits';

describe('the engine, when it is flooded,', () => {
  it('counts spans early rather than not at all when there is no more room', () => {
    const limits = { ...defaultCallEngineLimits, spansAtMost: 4096 };
    const spans = Array.from(
      { length: 10_000 },
      (_, n): SaidSpan => ({
        ...{ id: n + 1, trace: n + 1, service: 'pay', kind: 'server' },
      }),
    );
    const { deltas, losses } = runScenario(
      [spans.slice(0, 5000), spans.slice(5000)],
      limits,
    );
    expect(deltas).toMatchObject([{ calls: 10_000 }]);
    expect(losses).toEqual({
      'spans counted before all of their call had arrived': 10_000 - 2048,
    });
  });

  it('still finds who called, of what has just arrived', () => {
    const limits = { ...defaultCallEngineLimits, spansAtMost: 4096 };
    const calls = Array.from({ length: 5000 }, (_, n): SaidSpan[] => [
      { id: 1, trace: n + 1, service: 'shop', kind: 'client' },
      { id: 2, trace: n + 1, parent: 1, service: 'pay', kind: 'server' },
    ]);
    const callersFirst = runScenario([calls.flat()], limits);
    const callersLast = runScenario([calls.flat().reverse()], limits);
    for (const { lines } of [callersFirst, callersLast]) {
      expect(lines).toEqual([
        'service:shop → service:pay other sync paired [work] 5000',
      ]);
    }
  });

  it('makes one node of the services, and one operation of the operations, beyond the most', () => {
    const limits = {
      ...defaultCallEngineLimits,
      nodesAtMost: 10,
      operationsOfANodeAtMost: 5,
    };
    const letters = (n: number) =>
      n.toString(26).replace(/\d/g, d => 'qrstuvwxyz'[Number(d)]);
    const services = runScenario(
      [
        Array.from(
          { length: 50 },
          (_, n): SaidSpan => ({
            ...{ id: n + 1, service: `s${n}`, kind: 'server' },
          }),
        ),
      ],
      limits,
    );
    expect(new Set(services.deltas.map(({ to }) => labelOf(to))).size).toBe(11);
    expect(services.deltas.reduce((sum, { calls }) => sum + calls, 0)).toBe(50);
    const operations = runScenario(
      [
        Array.from(
          { length: 50 },
          (_, n): SaidSpan => ({
            ...{ id: n + 1, service: 'pay', kind: 'server', name: letters(n) },
          }),
        ),
      ],
      limits,
    );
    expect(operations.lines).toHaveLength(6);
    expect(operations.lines).toContain(
      'outside: → service:pay other sync entry [other operations] 45',
    );
    expect(operations.losses).toEqual({
      'operations beyond the most of one service': 45,
    });
  });

  it('keeps its memory when a million services come by', () => {
    const engine = new CallEngine({
      ...defaultCallEngineLimits,
      nodesAtMost: 1000,
      spansAtMost: 2 ** 16,
    });
    takeMillionServices(engine, () => begin);
    engine.settle(begin + defaultCallEngineLimits.pairingWithin);
    const { parts } = engine.drain(10_000);
    const edges = parts.flatMap(part => part.edges);
    expect(edges.reduce((sum, { calls }) => sum + calls, 0)).toBe(1_000_000);
    expect(edges.length).toBeLessThanOrEqual(1001);
    expect(engine.takeLosses()).toMatchObject({
      'names beyond the most nodes that are told apart': 999_000,
    });
  });
});

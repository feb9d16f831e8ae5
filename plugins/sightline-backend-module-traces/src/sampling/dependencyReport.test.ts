import { dependencyReport } from './dependencyReport';

const now = Date.parse('2026-11-21T02:02:30Z');

describe('dependencyReport', () => {
  it('says that an edge is there, and nothing about how much', () => {
    const dependencies = [
      { caller: 'orders', callee: 'mail' },
      { caller: 'frontend', callee: 'orders' },
    ];
    const { nodes, edges } = dependencyReport(dependencies, {
      now,
      lost: () => {},
    });
    expect(nodes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'service orders',
      'service mail',
      'service frontend',
    ]);
    expect(edges.map(({ caller, callee }) => [caller, callee])).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(edges[0]).toEqual({
      ...{ caller: 0, callee: 1, protocol: 'other', mode: 'sync' },
      ...{ evidence: 'dependency-api', operation: '', ratesUnknown: true },
      ...{ calls: 1, errors: 0, estimated: 1, unweighted: 1, retries: 0 },
      ...{ minute: now - 30_000, firstSeen: now, lastSeen: now, latency: [] },
      samples: { slowest: '' },
    });
  });

  it('counts what is too much', () => {
    const lost: unknown[] = [];
    const { edges } = dependencyReport(
      Array.from({ length: 10_003 }, (_, nth) => ({
        ...{ caller: `a${nth}`, callee: 'b' },
      })),
      { now, lost: (...one) => lost.push(one) },
    );
    expect(edges).toHaveLength(10_000);
    expect(lost).toEqual([['dependencies beyond the most of one answer', 3]]);
  });
});

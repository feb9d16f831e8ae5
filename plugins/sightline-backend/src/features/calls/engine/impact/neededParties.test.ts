import { CallGraph, GraphEdge } from '../graph/CallGraph';
import { neededParties } from './neededParties';
import { Waits, waitsIn } from './waits';

const edge = (
  caller: string,
  callee: string,
  sums: { calls: number; errors?: number },
  mode: 'sync' | 'async' = 'sync',
): GraphEdge => ({
  ...{ caller, callee, mode, protocol: 'http', evidence: 'paired' },
  ...{ sampled: false, ids: [1], firstSeen: 0, lastSeen: 0 },
  sums: { errors: 0, estimated: sums.calls, retries: 0, ...sums },
});

const graph = (
  ...edges: GraphEdge[]
): Pick<CallGraph, 'parties'> & { waits: Waits } => ({
  waits: waitsIn({ edges }),
  parties: new Map(
    edges
      .flatMap(({ caller, callee }) => [caller, callee])
      .map(id => [id, { id, kind: 'service' as const, name: id }]),
  ),
});

const told = (all: ReturnType<typeof neededParties>) =>
  all.map(({ party, depth, counts }) => [party.id, depth, counts]);

describe('whom a service needs', () => {
  it('is everyone it waits for, once, at the least depth', () => {
    const needed = neededParties(
      graph(
        edge('orders', 'cart', { calls: 10 }),
        edge('orders', 'payments', { calls: 10 }),
        edge('cart', 'pricing', { calls: 10 }),
        edge('pricing', 'payments', { calls: 10 }),
        edge('orders', 'mail', { calls: 10 }, 'async'),
        edge('orders', 'retired', { calls: 0 }),
        edge('payments', 'orders', { calls: 10 }),
      ),
      'orders',
    );
    expect(told(needed)).toEqual([
      ['cart', 1, 1],
      ['payments', 1, 1],
      ['pricing', 2, 1],
    ]);
  });

  it('counts a failure where it begins, as far as it got through', () => {
    const needed = neededParties(
      graph(
        edge('orders', 'payments', { calls: 1000, errors: 12 }),
        edge('payments', 'bank', { calls: 900, errors: 16 }),
      ),
      'orders',
    );
    expect(told(needed)).toEqual([
      ['payments', 1, 0],
      ['bank', 2, 0.75],
    ]);
  });

  it('counts one that rarely failed as a whole, and then none behind it', () => {
    const needed = neededParties(
      graph(
        edge('orders', 'payments', { calls: 1000, errors: 3 }),
        edge('payments', 'bank', { calls: 900, errors: 3 }),
      ),
      'orders',
    );
    expect(told(needed)).toEqual([
      ['payments', 1, 1],
      ['bank', 2, 0],
    ]);
  });
});

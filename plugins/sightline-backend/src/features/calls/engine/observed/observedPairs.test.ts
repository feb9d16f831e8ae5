import { graphOf, id, ToldEdge } from '../../__testUtils__/graphs';
import { START } from '../../__testUtils__/reports';
import { observedPairs, placeAfter } from './observedPairs';

const pairsOf = (edges: readonly ToldEdge[]) => observedPairs(graphOf(edges));

describe('observedPairs', () => {
  it('says who leans on whom, readers of a topic on the topic, sorted by both', () => {
    const pairs = pairsOf([
      ['orders', 'payments'],
      ['order-events', 'mailer'],
      ['orders', 'order-events'],
      ['billing', 'orders'],
    ]);
    expect(pairs.map(({ from, to }) => [from, to])).toEqual([
      [id('billing'), id('orders')],
      [id('mailer'), id('order-events')],
      [id('orders'), id('payments')],
      [id('orders'), id('order-events')],
    ]);
  });

  it('adds up what was seen of a pair in several ways', () => {
    const pairs = pairsOf([
      ['orders', 'payments', { calls: 3, lastSeen: START - 5, sampled: true }],
      ['orders', 'payments', { calls: 4, lastSeen: START - 9, mode: 'async' }],
      ['payments', 'orders', { sampled: true }],
    ]);
    expect(pairs).toEqual([
      {
        ...{ from: id('orders'), to: id('payments') },
        modes: new Set(['sync', 'async']),
        ...{ calls: 7, isCounted: true, lastSeen: START - 5 },
      },
      {
        ...{ from: id('payments'), to: id('orders') },
        modes: new Set(['sync']),
        ...{ calls: 1, isCounted: false, lastSeen: START },
      },
    ]);
  });
});

describe('placeAfter', () => {
  const pairs = [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'b', to: 'a' },
  ];

  it.each([
    ['the pair itself', 'a', 'b', 1],
    ['a pair that is gone', 'a', 'bb', 1],
    ['one before all', '', '', 0],
    ['the last', 'b', 'a', 3],
    ['one behind all', 'c', '', 3],
  ])('goes on behind %s', (_, from, to, place) => {
    expect(placeAfter(pairs, { from, to })).toBe(place);
  });
});

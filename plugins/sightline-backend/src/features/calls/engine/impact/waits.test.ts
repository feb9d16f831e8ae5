import { graphOf, id } from '../../__testUtils__/graphs';
import { treeOf } from '../../__testUtils__/trees';
import { TreeStep } from '../journeys/JourneyTree';
import { stepsByCallee, Wait, waitsBelow, waitsIn } from './waits';

const partyOf = ({ step }: TreeStep) => id(step.callee);

const told = (waits: readonly Wait[]) =>
  waits.map(({ caller, callee, sums: { calls, errors } }) => [
    ...[caller, callee].map(party => party.replace(/^.*\W/, '')),
    ...[calls, errors],
  ]);

/**
 * ```
 *   order:   orders ─▶ shipping /quotes ─▶ rates        shipping ┈▶ mail
 *                   └▶ fraud ─▶ orders /history ─▶ history
 *   return:  returns ─▶ shipping /labels ─▶ carrier
 * ```
 */
const trees = [
  treeOf('orders', 'POST /orders', { calls: 100 }, [
    treeOf('shipping', 'GET /quotes', { calls: 100, errors: 2 }, [
      treeOf('rates', 'SELECT', { calls: 100, errors: 1 }),
      treeOf('mail', 'send', { calls: 100 }, [], 'async'),
    ]),
    treeOf('fraud', 'POST /check', { calls: 90 }, [
      treeOf('orders', 'GET /history', { calls: 90 }, [
        treeOf('history', 'SELECT', { calls: 90 }),
      ]),
    ]),
  ]),
  treeOf('returns', 'POST /returns', { calls: 10 }, [
    treeOf('shipping', 'POST /labels', { calls: 30, errors: 20 }, [
      treeOf('carrier', 'POST', { calls: 30, errors: 20 }),
    ]),
  ]),
];

const graph = graphOf([
  ['orders', 'shipping', { calls: 100, errors: 2 }],
  ['orders', 'fraud', { calls: 90 }],
  ['orders', 'tax', { calls: 5 }],
  ['orders', 'history', { calls: 90 }],
  ['tax', 'rules', { calls: 5 }],
  ['returns', 'shipping', { calls: 30, errors: 20 }],
  ['shipping', 'rates', { calls: 100, errors: 1 }],
  ['shipping', 'carrier', { calls: 30, errors: 20 }],
  ['fraud', 'orders', { calls: 90 }],
]);

const waitsOf = (service: string) =>
  waitsBelow({
    service: id(service),
    steps: stepsByCallee(trees, partyOf).get(id(service)) ?? [],
    ...{ partyOf, otherwise: waitsIn(graph) },
  });

describe('what a service waits for', () => {
  it('is what those it calls do for it, not what they do for others', () => {
    const waits = waitsOf('orders');
    expect(told(waits.from(id('shipping')))).toEqual([
      ['shipping', 'rates', 100, 1],
    ]);
    expect(told(waits.to(id('shipping')))).toEqual([
      ['orders', 'shipping', 100, 2],
    ]);
    expect(told(waitsOf('returns').from(id('shipping')))).toEqual([
      ['shipping', 'carrier', 30, 20],
    ]);
  });

  it('ends where it is called itself, for that is the next of its own steps', () => {
    const waits = waitsOf('orders');
    expect(told(waits.to(id('history')))).toEqual([
      ['orders', 'history', 90, 0],
    ]);
    expect(told(waitsOf('fraud').from(id('orders')))).toEqual([
      ['orders', 'history', 90, 0],
    ]);
  });

  it('is followed in the graph where no journey shows it', () => {
    const waits = waitsOf('orders');
    expect(told(waits.from(id('orders')))).toContainEqual([
      ...['orders', 'tax'],
      ...[5, 0],
    ]);
    expect(told(waits.from(id('tax')))).toEqual([['tax', 'rules', 5, 0]]);
    expect(told(waitsOf('nobody').from(id('shipping')))).toEqual([
      ['shipping', 'rates', 100, 1],
      ['shipping', 'carrier', 30, 20],
    ]);
  });
});

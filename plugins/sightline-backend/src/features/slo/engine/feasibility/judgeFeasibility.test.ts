import {
  CallParty,
  Objective,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { judgeFeasibility } from './judgeFeasibility';
import { NeededInput } from './NeededInput';

const evidence = {
  source: 'calls',
  observedAt: '2026-11-21T02:00:00.000Z',
  validFor: 300_000,
};

const orders = (target: number): Objective => ({
  id: 'component:default/orders/availability',
  service: 'component:default/orders',
  name: 'availability',
  title: 'Orders are accepted',
  indicator: { kind: 'availability', words: 'requests that answer below 500' },
  target,
  window: { kind: 'rolling', duration: 30 * 86_400_000 },
  budgeting: { method: 'occurrences' },
  origin: { kind: 'openslo', where: 'orders.yaml' },
  measuredBy: 'prometheus:main',
});

const party = (name: string): CallParty => ({
  ...{ id: `component:default/${name}`, kind: 'service', name },
  entity: `component:default/${name}`,
});

const need = (name: string, more: Partial<NeededInput> = {}): NeededInput => ({
  ...{ party: party(name), depth: 1, from: 'attainment' },
  ...more,
});

const judged = (target: number, needed: readonly NeededInput[]) =>
  judgeFeasibility({ objective: orders(target), needed, evidence });

/** What an order cannot do without in Harbour, and the errors of each. */
const harbour: [string, number][] = [
  ['cart', 0.0008],
  ['users', 0.0006],
  ['pricing', 0.001],
  ['shipping', 0.002],
  ['inventory', 0.0015],
  ['payments', 0.0003],
];

describe('judgeFeasibility', () => {
  it('finds that 99.5 % of orders cannot be promised with what they need', () => {
    const { dependencies, ...found } = judged(
      0.995,
      harbour.map(([name, errors]) => need(name, { given: 1 - errors })),
    );

    expect(found).toEqual({
      objective: 'component:default/orders/availability',
      target: 0.995,
      ceiling: expect.closeTo(0.993815, 6),
      verdict: 'infeasible',
      neededOfEach: expect.closeTo(0.999164925, 9),
      assumptions: [
        'Each dependency counts once, however often and however deep it is called.',
        'Dependencies fail independently of each other.',
        'Nothing softens a failure: no second try, no cache, no answer without it.',
        'The service itself never fails: it can only be worse than this.',
      ],
      evidence,
    });
    expect(
      dependencies.map(({ party: { name }, costs, keepsExtraNine }) => [
        name,
        Math.round(costs! * 1000) / 1000,
        keepsExtraNine,
      ]),
    ).toEqual([
      ['shipping', 0.323, false],
      ['inventory', 0.242, false],
      ['pricing', 0.161, false],
      ['cart', 0.129, false],
      ['users', 0.097, false],
      ['payments', 0.048, true],
    ]);
  });

  it('tells of each dependency what it counts at, and why', () => {
    const { dependencies, assumptions, ...rest } = judged(0.99, [
      need('cart', { promised: 0.995, given: 0.9992 }),
      need('fraud', { promised: 0.999, depth: 2 }),
      need('shipping', { given: 0.998, from: 'calls' }),
      need('mail', { from: 'unknown' }),
    ]);

    expect(dependencies).toEqual([
      {
        ...{ party: party('shipping'), depth: 1, from: 'calls' },
        ...{ given: 0.998, counted: 0.998, keepsExtraNine: false },
        costs: expect.closeTo(2 / 3.8, 9),
      },
      {
        ...{ party: party('fraud'), depth: 2, from: 'objective' },
        ...{ promised: 0.999, counted: 0.999, keepsExtraNine: true },
        costs: expect.closeTo(1 / 3.8, 9),
      },
      {
        ...{ party: party('cart'), depth: 1, from: 'attainment' },
        ...{ promised: 0.995, given: 0.9992, counted: 0.9992 },
        ...{ keepsExtraNine: true, costs: expect.closeTo(0.8 / 3.8, 9) },
      },
      { party: party('mail'), depth: 1, from: 'unknown' },
    ]);
    expect(assumptions.slice(4)).toEqual([
      'shipping counts at what calls to it gave lately.',
      'fraud counts at what it promises, as nobody measured it.',
      'mail counts as if it never failed, as nothing is known of it.',
    ]);
    expect(rest).toEqual({
      objective: 'component:default/orders/availability',
      target: 0.99,
      ceiling: expect.closeTo(0.9992 * 0.999 * 0.998, 12),
      verdict: 'unknown',
      unknown: {
        ...{ state: 'unknown', reason: 'no-data' },
        detail: 'Nothing is known of mail',
      },
      neededOfEach: expect.closeTo(0.99 ** (1 / 4), 12),
      evidence,
    });
  });

  it.each<[string, number, NeededInput[], string]>([
    [
      'less than half of the budget goes to others',
      0.99,
      [need('cart', { given: 0.999 }), need('users', { given: 0.998 })],
      'feasible',
    ],
    [
      'one more nine of five leaves half to itself',
      0.9999,
      ['a', 'b', 'c', 'd', 'e'].map(name => need(name, { given: 0.99999 })),
      'feasible',
    ],
    [
      'exactly half of the budget goes to others',
      0.99,
      [need('cart', { given: 0.995 })],
      'feasible',
    ],
    [
      'nothing may go wrong in the service itself',
      0.99,
      [need('cart', { given: 0.99 })],
      'tight',
    ],
    [
      'more than half of the budget goes to others',
      0.99,
      [need('cart', { given: 0.994 })],
      'tight',
    ],
    [
      'what they give does, what they promise does not',
      0.99,
      [need('cart', { given: 0.999, promised: 0.98 })],
      'tight',
    ],
    [
      'it breaks a promise that would do',
      0.99,
      [need('cart', { given: 0.97, promised: 0.999 })],
      'infeasible',
    ],
    [
      'who is not known cannot make it better',
      0.999,
      [need('cart', { given: 0.99 }), need('mail', { from: 'unknown' })],
      'infeasible',
    ],
    [
      'nothing is known of any',
      0.9,
      [need('mail', { from: 'unknown' })],
      'unknown',
    ],
    ['it waits for nobody', 0.9999, [], 'feasible'],
    [
      'a circle leads back to itself alone',
      0.9999,
      [need('orders', { given: 0.5 })],
      'feasible',
    ],
  ])('%s', (_title, target, needed, verdict) => {
    expect(judged(target, needed).verdict).toBe(verdict);
  });

  it('takes it at its word that it waits for nobody', () => {
    const { ceiling, assumptions, neededOfEach } = judged(0.999, []);
    expect({ ceiling, assumptions, neededOfEach }).toEqual({
      ceiling: 1,
      assumptions: [
        'It waits for nobody.',
        'The service itself never fails: it can only be worse than this.',
      ],
      neededOfEach: undefined,
    });
  });

  it('cannot tell before anybody has seen calls', () => {
    expect(judgeFeasibility({ objective: orders(0.995), needed: [] })).toEqual({
      objective: 'component:default/orders/availability',
      target: 0.995,
      verdict: 'unknown',
      unknown: {
        ...{ state: 'unknown', reason: 'no-data' },
        detail: 'Nobody has seen whom it waits for',
      },
      dependencies: [],
      assumptions: [],
    });
  });

  it('says that others may know what it was not given to count', () => {
    const hidden: Unknown = {
      ...{ state: 'unknown', reason: 'not-permitted' },
      detail: 'You may not see mail',
    };
    const mail = need('mail', { from: 'unknown', unknown: hidden });
    const half = judged(0.9, [need('cart', { given: 0.99 }), mail]);
    expect(half).toMatchObject({
      ...{ verdict: 'unknown', unknown: hidden, ceiling: 0.99 },
      dependencies: [
        { party: party('cart'), counted: 0.99 },
        { party: party('mail'), depth: 1, from: 'unknown', unknown: hidden },
      ],
    });
    expect(half.assumptions.slice(4)).toEqual([
      'mail counts as if it never failed, as you may not see how it stands.',
    ]);
    const all = judged(0.9, [mail]);
    expect([all.unknown, all.ceiling]).toEqual([hidden, undefined]);
  });

  it('counts whoever is met on several ways once, with all that is known', () => {
    const { dependencies, ceiling } = judged(0.99, [
      need('payments', { depth: 3, promised: 0.9995, from: 'unknown' }),
      need('payments', { depth: 1, given: 0.998, from: 'calls' }),
      need('payments', { depth: 2 }),
    ]);
    expect(dependencies).toEqual([
      {
        ...{ party: party('payments'), depth: 1, from: 'calls' },
        ...{ promised: 0.9995, given: 0.998, counted: 0.998 },
        ...{ costs: 1, keepsExtraNine: false },
      },
    ]);
    expect(ceiling).toBe(0.998);
  });

  const ratio = fc.option(fc.double({ min: 0.9, max: 1, noNaN: true }), {
    nil: undefined,
  });
  const needs = fc.array(
    fc
      .record({
        name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        depth: fc.integer({ min: 1, max: 5 }),
        given: ratio,
        promised: ratio,
      })
      .map(({ name, ...more }) => need(name, more)),
    { maxLength: 12 },
  );
  const targets = fc.double({ min: 0.9, max: 0.99999, noNaN: true });

  it('never promises more than its weakest dependency gives', () => {
    fc.assert(
      fc.property(targets, needs, (target, needed) => {
        const { ceiling, dependencies } = judged(target, needed);
        const counted = dependencies.flatMap(one => one.counted ?? []);
        expect(ceiling ?? 0).toBeLessThanOrEqual(Math.min(1, ...counted));
      }),
    );
  });

  it('calls nothing feasible of which a part is unknown, and gives the reason', () => {
    fc.assert(
      fc.property(targets, needs, (target, needed) => {
        const { verdict, unknown, dependencies } = judged(target, needed);
        const isPartial = dependencies.some(one => one.counted === undefined);
        const isOpen = verdict === 'infeasible' || verdict === 'unknown';
        expect(isOpen || !isPartial).toBe(true);
        expect(unknown !== undefined).toBe(verdict === 'unknown');
      }),
    );
  });

  it('shares the whole loss among them', () => {
    fc.assert(
      fc.property(targets, needs, (target, needed) => {
        const costs = judged(target, needed).dependencies.flatMap(
          one => one.costs ?? [],
        );
        const sum = costs.reduce((all, one) => all + one, 0);
        expect(sum).toBeCloseTo(costs.length > 0 ? 1 : 0, 9);
      }),
    );
  });
});

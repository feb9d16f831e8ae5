import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import * as fc from 'fast-check';
import { matchNames } from './matchNames';
import { MatchService } from './MatchService';

const service = (
  name: string,
  more: Partial<MatchService> = {},
): MatchService => ({
  ref: `component:default/${name.toLocaleLowerCase('en-US')}`,
  name,
  namespace: 'default',
  groups: [],
  annotated: [],
  ...more,
});

const name = (text: string, more: Partial<OutsideName> = {}): OutsideName => ({
  kind: 'otel',
  name: text,
  namespace: '',
  ...more,
});

const fleet = [
  service('pricing', { groups: ['shop'] }),
  service('payment-api', { groups: ['money'] }),
  service('orders'),
  service('orders-worker'),
  service('parcel-tracking', { title: 'Where is my parcel' }),
  service('node-1'),
  service('legacy', {
    annotated: [
      { annotation: 'sightline.dev/aliases', kind: 'otel', name: 'AS400' },
    ],
  }),
];

describe('matchNames', () => {
  it.each([
    ['pricing', {}, 'matched', 'pricing', 'same name'],
    ['Pricing', {}, 'matched', 'pricing', 'same name but for case'],
    [
      'PricingSvc',
      {},
      'matched',
      'pricing',
      'same name but for the ending -svc',
    ],
    [
      'Payment_API',
      {},
      'matched',
      'payment-api',
      'same name but for case and separators',
    ],
    ['PaymentService', {}, 'suggested', undefined, undefined],
    [
      'shop-pricing',
      { namespace: 'shop' },
      'matched',
      'pricing',
      "same name but for 'shop' around it; the namespace is its system, domain, owner or namespace",
    ],
    [
      'shop.pricing',
      {},
      'matched',
      'pricing',
      "same name but for 'shop' around it",
    ],
    [
      'pricing.shop',
      { namespace: 'shop' },
      'matched',
      'pricing',
      "same name but for 'shop' around it; the namespace is its system, domain, owner or namespace",
    ],
    ['orders-worker', {}, 'matched', 'orders-worker', 'same name'],
    ['parcel-trackign', {}, 'suggested', undefined, undefined],
    ['as400', {}, 'annotated', 'legacy', 'annotation sightline.dev/aliases'],
    [
      'Deployment/pricing',
      { kind: 'kubernetes' as const },
      'matched',
      'pricing',
      'same name',
    ],
    [
      'web',
      { labels: { 'app.kubernetes.io/name': 'orders' } },
      'matched',
      'orders',
      'same name, by the label app.kubernetes.io/name',
    ],
    [
      'order-service',
      {},
      'matched',
      'orders',
      'same name but for the plural and the ending -service',
    ],
    [
      'orderservice',
      {},
      'matched',
      'orders',
      'same name but for the plural and the ending -service',
    ],
    ['tracking', {}, 'suggested', undefined, undefined],
    ['node-2', {}, 'unmatched', undefined, undefined],
    ['unknown_service:java', {}, 'unmatched', undefined, undefined],
    ['10.0.0.7:8080', {}, 'unmatched', undefined, undefined],
    [
      '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      {},
      'unmatched',
      undefined,
      undefined,
    ],
  ])('takes %s %j as %s %s', (text, more, state, ref, reason) => {
    const [match] = matchNames([name(text, more)], fleet);
    expect([match.state, match.service, match.reason]).toEqual([
      state,
      ref && `component:default/${ref}`,
      reason,
    ]);
  });

  it('leaves it to a person when two services fit alike, and to the namespace when it tells them apart', () => {
    const twins = [
      service('billing', { ref: 'component:eu/billing', namespace: 'eu' }),
      service('billing', { ref: 'component:us/billing', namespace: 'us' }),
    ];
    expect(
      matchNames(
        [name('billing'), name('billing', { namespace: 'us' })],
        twins,
      ),
    ).toEqual([
      {
        state: 'suggested',
        candidates: [
          { service: 'component:eu/billing', score: 0.93, reason: 'same name' },
          { service: 'component:us/billing', score: 0.93, reason: 'same name' },
        ],
      },
      expect.objectContaining({
        state: 'matched',
        service: 'component:us/billing',
      }),
    ]);
  });

  it('takes the company in front of a name away', () => {
    const [match] = matchNames([name('acme.pricing')], fleet, {
      namePrefixes: ['acme'],
    });
    expect(match).toMatchObject({
      state: 'matched',
      service: 'component:default/pricing',
      reason: "same name but for 'acme' around it",
    });
  });

  it('offers all whose last word is the name, and chooses none', () => {
    const exporters = [service('report-exports'), service('ledger-exports')];
    expect(matchNames([name('exports')], exporters)).toEqual([
      {
        state: 'suggested',
        candidates: ['ledger-exports', 'report-exports'].map(one => ({
          service: `component:default/${one}`,
          score: 0.5,
          reason: 'a part of its name',
        })),
      },
    ]);
  });

  it('does not depend on the order of services or names', () => {
    const words = fc.constantFrom(
      'pay',
      'order',
      'cart',
      'svc',
      'api',
      'shop',
      'Payment',
      'ordr',
    );
    const anyName = fc
      .array(words, { minLength: 1, maxLength: 3 })
      .map(parts => parts.join('-'));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyName, { maxLength: 30 }),
        fc.uniqueArray(anyName, { maxLength: 10 }),
        fc.nat(),
        (serviceNames, outside, turn) => {
          const services = serviceNames.map(text =>
            service(text, { ref: `component:default/${text}` }),
          );
          const shift = <T>(items: T[]) => {
            const n = items.length ? turn % items.length : 0;
            return [...items.slice(n), ...items.slice(0, n)].reverse();
          };
          const names = outside.map(text => name(text));
          const straight = matchNames(names, services);
          const turned = matchNames(shift(names), shift(services));
          const byName = new Map(
            shift(names).map((n, i) => [n.name, turned[i]]),
          );
          expect(names.map(n => byName.get(n.name))).toEqual(straight);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds each of 10,000 services by its name among 10,000', () => {
    const count = Array.from({ length: 10_000 }, (_, i) => i);
    const services = count.map(i =>
      service(`team${i % 97}-product-${i}-service`, {
        groups: [`team${i % 97}`],
      }),
    );
    const names = count.map(i =>
      name(`Product${i}Svc`, { namespace: `team${i % 97}` }),
    );
    const found = matchNames(names, services).map(match => [
      match.state,
      match.service,
    ]);
    expect(found).toEqual(services.map(({ ref }) => ['matched', ref]));
  });
});

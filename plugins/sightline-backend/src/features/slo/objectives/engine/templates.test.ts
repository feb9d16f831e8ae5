import { boundPattern, serviceValues } from './templates';

describe('boundPattern', () => {
  it.each([
    [500, 'seconds', '0[.]5'],
    [1_000, 'seconds', '1([.]0+)?'],
    [2_500, 'seconds', '2[.]5'],
    [250, 'milliseconds', '250([.]0+)?'],
  ] as const)('%d ms is in %s %s', (threshold, unit, pattern) => {
    expect(boundPattern(threshold, unit)).toBe(pattern);
  });

  it.each([
    ['1', true],
    ['1.0', true],
    ['10', false],
    ['+Inf', false],
  ])('finds 1 second in le="%s": %s', (le, found) => {
    const pattern = boundPattern(1_000, 'seconds');
    expect(new RegExp(`^(?:${pattern})$`).test(le)).toBe(found);
  });
});

describe('serviceValues', () => {
  const outside = [
    { kind: 'otel' as const, name: 'order-service', namespace: 'shop' },
    { kind: 'otel' as const, name: 'orders', namespace: '' },
  ];
  const own = [{ name: 'orders', namespace: '' }];

  it('has one value a label, for each name once', () => {
    expect(
      serviceValues({ ns: '$namespace', app: '$name' }, { outside, own }),
    ).toEqual([
      ['shop', 'order-service'],
      ['', 'orders'],
    ]);
  });

  it('joins namespace and name, and takes names as they are', () => {
    expect(
      serviceValues(
        { job: '$namespace/$name' },
        {
          outside,
          own: [{ name: '$namespace', namespace: '' }],
        },
      ),
    ).toEqual([['shop/order-service'], ['orders'], ['$namespace']]);
  });
});

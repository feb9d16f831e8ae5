import { count, duration, finePercent, percent, plural, rate } from './figures';

it.each([
  [10_000, '10,000'],
  [7, '7'],
])('counts %d as %s', (value, words) => expect(count(value)).toBe(words));

it.each([
  [0.714, '71 %'],
  [1, '100 %'],
  [-0.14, '−14 %'],
  [-0.001, '0 %'],
])('shows the ratio %d as %s', (ratio, words) =>
  expect(percent(ratio)).toBe(words),
);

it.each([
  [84, '84 ms'],
  [1_500, '1.5 s'],
  [60_000, '1 min'],
  [5_400_000, '1.5 h'],
  [172_800_000, '2 d'],
])('shows %d ms as %s', (millis, words) =>
  expect(duration(millis)).toBe(words),
);

it('never rounds a duration to nothing', () =>
  expect([duration(0.3), duration(0)]).toEqual(['< 1 ms', '0 ms']));

it.each([
  [0, '0 %'],
  [0.00002, '< 0.01 %'],
  [0.0026, '0.26 %'],
  [0.105, '10.5 %'],
  [0.5, '50 %'],
  [0.9971, '99.71 %'],
  [0.99999, '> 99.99 %'],
  [1, '100 %'],
])('shows the ratio %d finely as %s', (ratio, words) =>
  expect(finePercent(ratio)).toBe(words),
);

it.each([
  [12_345.6, '12,346 /s'],
  [36, '36 /s'],
  [2.51, '2.5 /s'],
  [0.9, '0.9 /s'],
  [0.27, '0.27 /s'],
  [0.0132, '0.79 /min'],
  [0.0033, '0.2 /min'],
  [0.0001, '0.36 /h'],
  [0, '0 /d'],
])('shows %d a second as %s', (perSecond, words) =>
  expect(rate(perSecond)).toBe(words),
);

it('knows one from many', () => {
  expect([plural(1, 'service'), plural(2, 'service')]).toEqual([
    '1 service',
    '2 services',
  ]);
});

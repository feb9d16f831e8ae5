import { count, duration, percent, plural } from './figures';

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

it('knows one from many', () => {
  expect([plural(1, 'service'), plural(2, 'service')]).toEqual([
    '1 service',
    '2 services',
  ]);
});

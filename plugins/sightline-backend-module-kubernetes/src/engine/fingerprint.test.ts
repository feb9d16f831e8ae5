import { fingerprint } from './fingerprint';

it('is a small number above 0, the same for the same text and another for another', () => {
  const uids = Array.from(
    { length: 5000 },
    (_, nth) => `6f1c7e0a-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  );
  const numbers = uids.map(fingerprint);
  expect(numbers).toEqual(uids.map(fingerprint));
  expect(new Set(numbers).size).toBeGreaterThan(4990);
  expect(Math.min(...numbers)).toBeGreaterThan(0);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(2 ** 30);
  expect(fingerprint('')).toBeGreaterThan(0);
});

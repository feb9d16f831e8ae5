import { isKept, thresholdState } from './sampling.ts';

it.each([
  [1, 'ot=th:0'],
  [0.5, 'ot=th:8'],
  [0.25, 'ot=th:c'],
  [0.125, 'ot=th:e'],
  [0.01, 'ot=th:fd70a3d70a3d7'],
])('keeping %d of all is written as %s', (keep, state) => {
  expect(thresholdState(keep)).toMatch(new RegExp(`^${state}`));
});

it('says nothing where everything is kept anyway', () => {
  expect(thresholdState(undefined)).toBe('');
  expect(isKept('0'.repeat(32), undefined)).toBe(true);
});

it('looks at the last 56 bits alone', () => {
  const begin = 'f'.repeat(18);

  expect(isKept(`${begin}80000000000000`, 0.5)).toBe(true);
  expect(isKept(`${begin}7fffffffffffff`, 0.5)).toBe(false);
});

import { wholeMap } from './mapQuery';
import { questionKey, toCallMapQuery } from './mapQuestion';

const now = Date.parse('2026-11-21T12:00:42.000Z');

it('asks for the fleet by system and hour', () => {
  expect(toCallMapQuery(wholeMap, now)).toEqual({
    groupBy: 'system',
    minutes: 60,
    edges: 150,
  });
});

it('asks for the neighbours of a focus, and no groups', () => {
  const query = {
    ...wholeMap,
    focus: 'component:default/orders',
    hops: 2,
    open: ['system:default/checkout'],
  };
  expect(toCallMapQuery(query, now)).toEqual({
    focus: 'component:default/orders',
    hops: 2,
    direction: 'both',
    minutes: 60,
    edges: 150,
  });
});

it.each([
  ['hour', undefined, '2026-11-21T11:00:00.000Z'],
  ['day', undefined, '2026-11-20T12:00:00.000Z'],
  ['week', '2026-11-10T08:30:00.000Z', '2026-11-03T08:30:00.000Z'],
  ['2026-11-01T00:00:00.000Z', undefined, '2026-11-01T00:00:00.000Z'],
] as const)('compares with a %s before %s: %s', (compare, until, expected) => {
  expect(toCallMapQuery({ ...wholeMap, compare, until }, now)).toMatchObject({
    compareUntil: expected,
  });
});

it('stays one question while time goes on, and is another for another day', () => {
  const yesterday = { ...wholeMap, compare: 'day' as const };
  expect(questionKey(yesterday)).toBe(
    questionKey({ ...yesterday, view: 'table' }),
  );
  expect(questionKey(yesterday)).not.toBe(questionKey(wholeMap));
});

import fc from 'fast-check';
import {
  MapQuery,
  callSorts,
  directions,
  formatMapQuery,
  parseMapQuery,
  wholeMap,
} from './mapQuery';

const read = (text: string) => parseMapQuery(new URLSearchParams(text));

it('is the fleet by system, in the last hour, when the URL says nothing', () => {
  expect(read('')).toEqual(wholeMap);
  expect(formatMapQuery(wholeMap).toString()).toBe('');
});

it.each([
  ['group=team', {}],
  ['group=owner', { groupBy: 'owner' }],
  ['hops=9', { hops: 3 }],
  ['hops=-1', { hops: 1 }],
  ['minutes=1000000', { minutes: 60 }],
  ['until=soon', {}],
  ['compare=yesteryear', {}],
  ['compare=2026-11-20T12:00:00Z', { compare: '2026-11-20T12:00:00.000Z' }],
  ['node=a&edge=a%20b', { chosen: { kind: 'node', id: 'a' } }],
  ['open=a&open=a&open=', { open: ['a'] }],
  ['sort=colour', {}],
  ['edges=9999', { edges: 2_000 }],
  ['edges=none', {}],
])('reads "%s" as what can be asked', (text, view) => {
  expect(read(text)).toEqual({ ...wholeMap, ...view });
});

const id = fc.string({ minLength: 1, maxLength: 40 });
const moment = fc
  .date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const anyQuery: fc.Arbitrary<MapQuery> = fc.record({
  groupBy: fc.constantFrom('system', 'owner', 'none'),
  open: fc.uniqueArray(id, { maxLength: 5 }),
  focus: maybe(id),
  hops: fc.integer({ min: 1, max: 3 }),
  direction: fc.constantFrom(...directions),
  minutes: fc.integer({ min: 1, max: 20_160 }),
  until: maybe(moment),
  compare: maybe(fc.oneof(fc.constantFrom('hour', 'day', 'week'), moment)),
  edges: fc.integer({ min: 1, max: 2_000 }),
  view: maybe(fc.constantFrom('graph', 'table')),
  rows: fc.constantFrom('calls', 'parties'),
  sort: maybe(
    fc.record({
      by: fc.constantFrom(...callSorts),
      order: fc.constantFrom('asc', 'desc'),
    }),
  ),
  chosen: maybe(fc.record({ kind: fc.constantFrom('node', 'edge'), id })),
  show: maybe(fc.constantFrom('blast', 'suspects')),
});

it('reads what it wrote, through a real URL', () => {
  fc.assert(
    fc.property(anyQuery, query => {
      const text = formatMapQuery(query).toString();
      expect(read(text)).toEqual(query);
    }),
  );
});

it('leaves the parameters of others', () => {
  const others = new URLSearchParams('theme=dark&group=none');
  expect(formatMapQuery(wholeMap, others).toString()).toBe('theme=dark');
});

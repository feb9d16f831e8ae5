import fc from 'fast-check';
import { formatLookupQuery, parseLookupQuery } from './lookupQuery';

it('reads what was pasted as one line', () => {
  const params = new URLSearchParams({ q: '  {service="search"}\n ' });
  expect(parseLookupQuery(params)).toEqual({ q: '{service="search"}' });
});

it('writes what it reads, and leaves alone what is of others', () => {
  const was = new URLSearchParams('debug=1&q=old&service=x');
  const next = formatLookupQuery({ q: 'a & b' }, was);
  expect(next.toString()).toBe('debug=1&q=a+%26+b');
});

it('comes back from a URL as it went in, whatever was pasted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const once = parseLookupQuery(new URLSearchParams({ q: text }));
      const again = parseLookupQuery(
        new URLSearchParams(formatLookupQuery(once).toString()),
      );
      expect(again).toEqual(once);
    }),
  );
});

it('cuts a log to what a URL can hold', () => {
  const params = new URLSearchParams({ q: 'x'.repeat(10_000) });
  expect(parseLookupQuery(params).q).toHaveLength(1_500);
});

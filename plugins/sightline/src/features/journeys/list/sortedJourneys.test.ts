import { NOON } from '../../../__testUtils__/harbour';
import { harbourJourneys } from '../../../__testUtils__/harbourJourneys';
import { sortedJourneys } from './sortedJourneys';

const { items } = harbourJourneys(NOON).getJourneys!({});
const first = (sort: Parameters<typeof sortedJourneys>[1]) =>
  sortedJourneys(items, sort)[0].id;

it('puts most first, whatever it is sorted by', () => {
  expect([first('rate'), first('duration'), first('errors')]).toEqual([
    'view-product',
    'price-sync',
    'return-parcel',
  ]);
});

it('puts last what nobody knows', () => {
  const { perSecond, ...figures } = items[0].figures;
  const sampled = { ...items[0], id: 'sampled', figures };
  expect(sortedJourneys([sampled, ...items], 'rate').at(-1)?.id).toBe(
    'sampled',
  );
});

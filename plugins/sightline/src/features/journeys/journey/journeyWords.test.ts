import { NOON } from '../../../__testUtils__/harbour';
import { harbourJourney } from '../../../__testUtils__/harbourJourneys';
import { journeyOf } from '../../../__testUtils__/journeyOf';
import { call } from '../../../__testUtils__/journeyPlan';
import { reading, waitedFor } from './journeyWords';

const order = harbourJourney('place-order', NOON);

it('reads a journey in one sentence', () => {
  expect(reading(order)).toBe(
    '0.6 a second, half within 540 ms, 19 of 20 within 1.5 s; 17 services; ' +
      'it waits for api.cardrail.example most, 39 % of the time; ' +
      '1.4 % fail, first of all in api.cardrail.example.',
  );
});

it('adds up what is waited for, and leaves out the one who waits', () => {
  const [first, second] = waitedFor(order);
  expect([first.party.name, second.party.name]).toEqual([
    'api.cardrail.example',
    'orders',
  ]);
  expect(second.critical).toBeCloseTo((64 + 10) / 540);
});

it('says what nobody knows instead of making it up', () => {
  const alone = journeyOf({
    id: 'alone',
    perSecond: 0.01,
    now: NOON,
    plan: call('sessions', 'sweep', [10, 20, 0]),
  });
  const { perSecond, p50, p95, ...figures } = alone.figures;
  expect(reading({ ...alone, figures })).toBe(
    '36 calls sampled, nobody said how long it takes; 0 services; ' +
      'it waits for nobody; none failed.',
  );
});

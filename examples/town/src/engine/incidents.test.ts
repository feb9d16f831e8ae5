import { edgesOfJourneys, edgesOfSpans } from '../__testUtils__/edges.ts';
import {
  incidents,
  isEntry,
  MINUTE,
  NOON,
  only,
  outage,
  traffic,
  truth,
} from '../__testUtils__/harbour.ts';
import { strike } from './incidents.ts';
import type { Span } from './Span.ts';
import type { Call, CallTree, Journey } from './Truth.ts';

const callsOf = (trees: CallTree[]): Call[] =>
  trees.flatMap(({ call, calls = [] }) => [call, ...callsOf(calls)]);
const allCalls = (journeys: Journey[]) =>
  journeys.flatMap(({ calls }) => callsOf(calls));

const milliseconds = ({ startNanos, endNanos }: Span) =>
  Number(endNanos - startNanos) / 1e6;
const failing = (spans: Span[]) =>
  spans.filter(({ failed }) => failed).length / spans.length;
const median = (spans: Span[]) =>
  spans.map(milliseconds).sort((a, b) => a - b)[spans.length >> 1];

const orders = only('place-order');
const rootsDuring = (id?: string) =>
  traffic({
    truth: orders,
    rate: 3,
    outages: id ? [outage(id)] : [],
  }).filter(isEntry);

it.each(
  incidents.flatMap(({ id, effects }) => effects.map(e => ({ id, ...e }))),
)('$id: somebody makes the calls $on', ({ on }) => {
  const fitting = allCalls(truth.journeys).filter(call =>
    Object.entries(on).every(([key, value]) => call[key as 'callee'] === value),
  );

  expect(fitting.length).toBeGreaterThan(0);
});

it('adds what is new further down to everybody who waits for it', () => {
  const payments = (journeys: Journey[], callee: string) =>
    allCalls(journeys).find(
      call => call.callee === callee && call.operation.startsWith('POST '),
    )!;
  const { incident } = outage('payments-slow');
  const struck = strike(orders.journeys, incident);
  const added = (callee: string) =>
    payments(struck, callee).p50 - payments(orders.journeys, callee).p50;

  // Seven times 210 ms more, from the card scheme up to the edge.
  expect(added('external:api.cardrail.example')).toBeCloseTo(1470);
  expect(added('payments')).toBeCloseTo(1470);
  expect(added('orders')).toBeCloseTo(1470);
  expect(struck[0].root.p50 - orders.journeys[0].root.p50).toBeCloseTo(1470);
  // 5 % of charges fail instead of 0.65 %: nobody above can do without.
  expect(struck[0].root.errors).toBeCloseTo(0.014 + 0.0435, 2);
  // Fraud is asked before and knows nothing of it.
  expect(added('fraud')).toBe(0);
});

it('payments-slow makes orders wait, up to the edge', () => {
  expect(median(rootsDuring('payments-slow'))).toBeGreaterThan(
    median(rootsDuring()) + 1000,
  );
});

it('ledger-down fails every order, and Ledger hears nothing of it', () => {
  const spans = traffic({ truth: orders, outages: [outage('ledger-down')] });
  const refused = spans.filter(
    ({ attributes }) => attributes['service.peer.name'] === 'harbour.ledger',
  );

  expect(failing(rootsDuring('ledger-down'))).toBe(1);
  expect(refused.length).toBeGreaterThan(100);
  expect(failing(refused)).toBe(1);
  expect(spans.some(s => s.instance.service === 'ledger')).toBe(false);
});

it('search-errors fails every third search, up to the edge', () => {
  const roots = traffic({
    truth: only('search'),
    outages: [outage('search-errors')],
  }).filter(isEntry);

  expect(failing(roots)).toBeCloseTo(0.33, 1);
});

it('retry-storm multiplies what Promotions is asked', () => {
  const asked = (...ids: string[]) =>
    traffic({
      truth: only('view-product'),
      minutes: 2,
      outages: ids.map(outage),
    }).filter(({ instance }) => instance.service === 'promotions').length;

  // Each request is two spans; 1 + 0.7 + 0.49 + 0.343 attempts instead of one.
  expect(asked('retry-storm') / asked()).toBeCloseTo(2.53, 0);
});

it('recommendations-gone takes one edge away and leaves the others', () => {
  const seen = edgesOfSpans(
    traffic({ rate: 0.3, outages: [outage('recommendations-gone')] }),
    truth,
  );
  const gone = [...edgesOfJourneys(truth)].filter(edge => !seen.has(edge));

  expect(gone).toEqual(['web-bff → recommendations http sync']);
});

it('leaves the time before and after it as it was', () => {
  const { incident } = outage('payments-slow');
  const [fromMicros, toMicros] = [NOON + MINUTE, NOON + 2 * MINUTE];
  const calm = traffic({ truth: orders, minutes: 3 });
  const struck = traffic({
    truth: orders,
    minutes: 3,
    outages: [{ incident, fromMicros, toMicros }],
  });
  const ids = new Set(struck.filter(isEntry).map(({ traceId }) => traceId));
  const begins = (span: Span) => Number(span.startNanos / 1000n);
  const outside = (spans: Span[]) =>
    spans
      .filter(isEntry)
      .filter(s => begins(s) < fromMicros || begins(s) >= toMicros);

  expect(outside(struck)).toEqual(outside(calm));
  expect(ids.size).toBe(calm.filter(isEntry).length);
});

import { incidents } from './__testUtils__/harbour.ts';
import { createOutages } from './outages.ts';

const wish = (...ids: string[]) => ({
  incidents: ids,
  incidentAfterMs: undefined,
  incidentForMs: undefined,
});
const from = { nowMicros: 0, calmMs: 60_000 };

it('puts an incident on the clock', () => {
  const outages = createOutages(incidents);
  const said = outages.add(
    { ...wish('ledger-down'), incidentAfterMs: 120_000 },
    from,
  );

  expect(said).toEqual(['ledger-down from 00:02:00 to 00:07:00 UTC']);
  expect(outages.all).toMatchObject([
    {
      incident: { id: 'ledger-down' },
      fromMicros: 120e6,
      toMicros: 420e6,
    },
  ]);
});

it('keeps calm for as long as it is told to when nobody says when', () => {
  const outages = createOutages(incidents);
  const asked = { ...wish('payments-slow'), incidentForMs: 30_000 };

  expect(outages.add(asked, from)).toEqual([
    'payments-slow from 00:01:00 to 00:01:30 UTC',
  ]);
  expect(outages.add(wish('ledger-down'), { ...from, calmMs: 0 })).toEqual([
    'ledger-down from 00:00:00 to 00:05:00 UTC',
  ]);
});

it('ends an incident where the same one begins again', () => {
  const outages = createOutages(incidents);
  outages.add(wish('ledger-down'), { nowMicros: 0, calmMs: 0 });
  outages.add(wish('payments-slow'), { nowMicros: 0, calmMs: 0 });
  outages.add(wish('ledger-down'), { nowMicros: 100e6, calmMs: 0 });

  expect(
    outages.all.map(({ incident: { id }, ...hours }) => ({ id, ...hours })),
  ).toEqual([
    { id: 'ledger-down', fromMicros: 0, toMicros: 100e6 },
    { id: 'payments-slow', fromMicros: 0, toMicros: 600e6 },
    { id: 'ledger-down', fromMicros: 100e6, toMicros: 400e6 },
  ]);
});

it('names the incidents when it is asked for one that is none, and adds nothing', () => {
  const outages = createOutages(incidents);

  expect(() => outages.add(wish('ledger-down', 'flood'), from)).toThrow(
    /"flood".*payments-slow, ledger-down/,
  );
  expect(outages.all).toEqual([]);
});

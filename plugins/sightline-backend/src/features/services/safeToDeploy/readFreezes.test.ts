import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { blackWeek, freezesOf, weekends } from './__testUtils__/freezes';
import { readFreezes } from './readFreezes';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('freezes of app-config', () => {
  it('may be left out', () => {
    expect(readFreezes(new ConfigReader({}))).toEqual([]);
    expect(
      readFreezes(new ConfigReader({ sightline: { slo: {}, pact: {} } })),
    ).toEqual([]);
  });

  it('are read with refs that can be compared', () => {
    expect(
      freezesOf(
        {
          ...weekends,
          appliesTo: {
            ...{ environments: ['Production'], tiers: ['T0', 'none'] },
            owners: ['Payments', 'user:default/ann'],
          },
          except: [{ services: ['Ledger'], to: '2026-11-22 24:00' }],
        },
        blackWeek,
        {
          ...{ name: 'Leap', timeZone: 'UTC' },
          yearly: { from: '02-29 00:00', to: '03-02 24:00' },
        },
      ),
    ).toEqual([
      {
        ...{ name: 'Weekends', reason: 'nobody is there to watch' },
        timeZone: 'Europe/Berlin',
        window: { kind: 'weekly', from: 4 * DAY + 16 * HOUR, to: 8 * HOUR },
        appliesTo: {
          ...{ environments: ['production'], tiers: ['T0', 'none'] },
          owners: ['group:default/payments', 'user:default/ann'],
        },
        except: [
          {
            services: ['component:default/ledger'],
            to: Date.UTC(2026, 10, 23),
          },
        ],
      },
      {
        ...{ name: 'Black week', timeZone: 'America/New_York' },
        window: {
          kind: 'once',
          ...{ from: Date.UTC(2026, 10, 23), to: Date.UTC(2026, 11, 1, 6) },
        },
        ...{ appliesTo: {}, except: [] },
      },
      {
        ...{ name: 'Leap', timeZone: 'UTC' },
        window: {
          kind: 'yearly',
          from: { month: 2, day: 29, time: 0 },
          to: { month: 3, day: 2, time: DAY },
        },
        ...{ appliesTo: {}, except: [] },
      },
    ]);
  });

  const twice = { once: blackWeek.once };
  it.each<[JsonObject, string]>([
    [{ name: '' }, '.name: got ""; it is empty'],
    [{ timeZone: 'Berlin' }, '.timeZone: got "Berlin"; it must be a time zone'],
    [{ timeZone: 7 }, '.timeZone: got 7; '],
    [{ weekly: undefined }, 'it must have one of once, weekly and yearly'],
    [twice, 'it must have one of once, weekly and yearly'],
    [
      { weekly: { from: 'Fryday', to: 'Mon 08:00' } },
      `.weekly.from: got "Fryday"; it must be a day and a time such as 'Fri 16:00'`,
    ],
    [
      { weekly: { from: 'Fri 25:00', to: 'Mon 08:00' } },
      '.weekly.from: got "Fri 25:00"; it must be a day and a time',
    ],
    [
      { weekly: { from: 'Sun 24:00', to: 'Mon 00:00' } },
      '.weekly: got {"from":"Sun 24:00","to":"Mon 00:00"}; from and to are the same moment of the week',
    ],
    [
      { weekly: undefined, yearly: { from: '02-30 00:00', to: '03-01 00:00' } },
      `.yearly.from: got "02-30 00:00"; it must be a month, a day and a time`,
    ],
    [
      { weekly: undefined, once: { from: '2026-12-24', to: '2026-12-27' } },
      `.once.from: got "2026-12-24"; it must be a date and a time such as '2026-12-20 18:00'`,
    ],
    [
      {
        weekly: undefined,
        once: { from: '2026-12-27 00:00', to: '2026-12-24 00:00' },
      },
      'from must be before to',
    ],
    [{ appliesTo: { tiers: ['T9'] } }, '.appliesTo.tiers'],
    [
      { appliesTo: { services: ['group:x'] } },
      'each must be a service such as',
    ],
    [{ appliesTo: { owners: [] } }, '.appliesTo.owners: got []; it is empty'],
    [{ appliesTo: { owner: ['x'] } }, 'Unrecognized key: "owner"'],
    [{ except: [{}] }, '.except[0]: got {}; it says neither for whom nor when'],
    [{ except: [{ reason: 'so' }] }, 'it says neither for whom nor when'],
  ])('say what is wrong with %j', (wrong, words) => {
    const { weekly, ...rest } = weekends;
    const written = { ...rest, weekly, ...wrong };
    expect(() => freezesOf(written as JsonObject)).toThrow(words);
  });

  it('name every mistake at once, and where', () => {
    expect(() =>
      freezesOf(weekends, { ...weekends, name: 7, timeZone: 'x' }),
    ).toThrow(
      /^app-config is wrong:\n- sightline\.freezes\[1\]\.name: .*\n- sightline\.freezes\[1\]\.timeZone: .*$/,
    );
    expect(() => freezesOf(weekends, weekends)).toThrow(
      'two of them have the same name',
    );
  });
});

import { inMachineZones } from '../__testUtils__/machineZones';
import {
  ana,
  at,
  ben,
  chloe,
  day,
  layer,
  mondays,
  rotation,
  told,
} from '../__testUtils__/rotations';
import { finalShifts } from './finalShifts';
import type { Handover, RotationLayer } from './model';

const shiftsOf = (
  layers: RotationLayer[],
  timeZone: string,
  [from, to]: readonly [string, string],
) =>
  finalShifts(rotation(layers, { timeZone }), {
    from: at(from),
    to: at(to),
  }).map(told);

const daily = (time: string): Handover => ({
  ...{ unit: 'day', every: 1 },
  ...{ at: time, anchor: `2026-01-05 ${time}:00` },
});

const onThe = (on: number, every = 1): Handover => ({
  ...{ unit: 'month', every, on, at: '09:00' },
  anchor: '2026-01-31 09:00:00',
});

inMachineZones(() => {
  it.each<[string, RotationLayer[], string, [string, string], string[]]>([
    [
      'a week of Berlin in March has 167 hours',
      [layer()],
      'Europe/Berlin',
      ['2026-03-23T08:00Z', '2026-04-06T07:00Z'],
      [
        'ben 2026-03-23T08:00Z 2026-03-30T07:00Z 167 h',
        'ana 2026-03-30T07:00Z 2026-04-06T07:00Z 168 h',
      ],
    ],
    [
      'and one in October 169',
      [layer()],
      'Europe/Berlin',
      ['2026-10-19T07:00Z', '2026-11-02T08:00Z'],
      [
        'ben 2026-10-19T07:00Z 2026-10-26T08:00Z 169 h',
        'ana 2026-10-26T08:00Z 2026-11-02T08:00Z 168 h',
      ],
    ],
    [
      'a hand-over that New York skips is an hour later on the wall',
      [layer({ handover: daily('02:30') })],
      'America/New_York',
      ['2026-03-07T07:30Z', '2026-03-10T06:30Z'],
      [
        'ben 2026-03-07T07:30Z 2026-03-08T07:30Z 24 h',
        'ana 2026-03-08T07:30Z 2026-03-09T06:30Z 23 h',
        'ben 2026-03-09T06:30Z 2026-03-10T06:30Z 24 h',
      ],
    ],
    [
      'one that New York shows twice is the first of the two',
      [layer({ handover: daily('01:30') })],
      'America/New_York',
      ['2026-10-31T05:30Z', '2026-11-03T06:30Z'],
      [
        'ben 2026-10-31T05:30Z 2026-11-01T05:30Z 24 h',
        'ana 2026-11-01T05:30Z 2026-11-02T06:30Z 25 h',
        'ben 2026-11-02T06:30Z 2026-11-03T06:30Z 24 h',
      ],
    ],
    [
      'one that Berlin shows twice is the first of the two',
      [layer({ handover: daily('02:30') })],
      'Europe/Berlin',
      ['2026-10-24T00:30Z', '2026-10-26T01:30Z'],
      [
        'ana 2026-10-24T00:30Z 2026-10-25T00:30Z 24 h',
        'ben 2026-10-25T00:30Z 2026-10-26T01:30Z 25 h',
      ],
    ],
    [
      'Lord Howe skips half an hour: 02:15 is 02:45',
      [layer({ handover: daily('02:15') })],
      'Australia/Lord_Howe',
      ['2026-10-02T15:45Z', '2026-10-04T15:15Z'],
      [
        'ben 2026-10-02T15:45Z 2026-10-03T15:45Z 24 h',
        'ana 2026-10-03T15:45Z 2026-10-04T15:15Z 23.5 h',
      ],
    ],
    [
      'and shows half an hour twice: 01:45 is the first',
      [layer({ handover: daily('01:45') })],
      'Australia/Lord_Howe',
      ['2026-04-03T14:45Z', '2026-04-05T15:15Z'],
      [
        'ben 2026-04-03T14:45Z 2026-04-04T14:45Z 24 h',
        'ana 2026-04-04T14:45Z 2026-04-05T15:15Z 24.5 h',
      ],
    ],
    [
      'a zone of three quarters of an hour',
      [layer()],
      'Asia/Kathmandu',
      ['2026-11-16T03:15Z', '2026-11-23T03:15Z'],
      ['ben 2026-11-16T03:15Z 2026-11-23T03:15Z 168 h'],
    ],
    [
      'every two weeks, across the change of clocks',
      [layer({ handover: { ...mondays, every: 2 } })],
      'Europe/Berlin',
      ['2026-03-16T08:00Z', '2026-04-13T07:00Z'],
      [
        'ben 2026-03-16T08:00Z 2026-03-30T07:00Z 335 h',
        'ana 2026-03-30T07:00Z 2026-04-13T07:00Z 336 h',
      ],
    ],
    [
      'months on the 31st: the last day of shorter ones',
      [layer({ members: [ana, ben, chloe], handover: onThe(31) })],
      'UTC',
      ['2026-01-31T09:00Z', '2026-05-31T09:00Z'],
      [
        'ana 2026-01-31T09:00Z 2026-02-28T09:00Z 672 h',
        'ben 2026-02-28T09:00Z 2026-03-31T09:00Z 744 h',
        'chloe 2026-03-31T09:00Z 2026-04-30T09:00Z 720 h',
        'ana 2026-04-30T09:00Z 2026-05-31T09:00Z 744 h',
      ],
    ],
    [
      'the 31st in a leap year is the 29th of February',
      [layer({ handover: onThe(31) })],
      'UTC',
      ['2028-01-31T09:00Z', '2028-03-31T09:00Z'],
      [
        'ana 2028-01-31T09:00Z 2028-02-29T09:00Z 696 h',
        'ben 2028-02-29T09:00Z 2028-03-31T09:00Z 744 h',
      ],
    ],
    [
      'every quarter',
      [layer({ handover: onThe(31, 3) })],
      'UTC',
      ['2026-01-31T09:00Z', '2026-07-31T09:00Z'],
      [
        'ana 2026-01-31T09:00Z 2026-04-30T09:00Z 2136 h',
        'ben 2026-04-30T09:00Z 2026-07-31T09:00Z 2208 h',
      ],
    ],
    [
      'office hours of a Friday and a Monday, when clocks change between them',
      [
        layer({
          members: [ana],
          hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
        }),
      ],
      'Europe/Berlin',
      ['2026-03-27T00:00Z', '2026-03-31T00:00Z'],
      [
        'ana 2026-03-27T08:00Z 2026-03-27T16:00Z 8 h',
        'ana 2026-03-30T07:00Z 2026-03-30T15:00Z 8 h',
      ],
    ],
    [
      'a night in which an hour is missing, and one with an hour more',
      [layer({ members: [ana], hours: [{ from: '22:00', to: '06:00' }] })],
      'Europe/Berlin',
      ['2026-03-28T12:00Z', '2026-03-29T12:00Z'],
      ['ana 2026-03-28T21:00Z 2026-03-29T04:00Z 7 h'],
    ],
    [
      'hours that lie where clocks are set forward move with them',
      [layer({ members: [ana], hours: [{ from: '02:00', to: '02:30' }] })],
      'Europe/Berlin',
      ['2026-03-28T12:00Z', '2026-03-29T12:00Z'],
      ['ana 2026-03-29T01:00Z 2026-03-29T01:30Z 0.5 h'],
    ],
    [
      'teams that follow the sun, each by its own clock',
      [
        layer({
          ...{ name: 'Sydney', members: [ana] },
          ...{ timeZone: 'Australia/Sydney' },
          hours: [{ from: '08:00', to: '16:00' }],
        }),
        layer({
          ...{ name: 'Berlin', members: [ben] },
          hours: [{ from: '08:00', to: '16:00' }],
        }),
        layer({
          ...{ name: 'New York', members: [chloe] },
          ...{ timeZone: 'America/New_York' },
          hours: [{ from: '08:00', to: '16:00' }],
        }),
      ],
      'Europe/Berlin',
      ['2026-03-09T00:00Z', '2026-03-10T00:00Z'],
      [
        'ana 2026-03-09T00:00Z 2026-03-09T05:00Z 5 h',
        'ben 2026-03-09T07:00Z 2026-03-09T12:00Z 5 h',
        'chloe 2026-03-09T12:00Z 2026-03-09T20:00Z 8 h',
        'ana 2026-03-09T21:00Z 2026-03-10T00:00Z 3 h',
      ],
    ],
  ])('%s', (_title, layers, timeZone, range, shifts) => {
    expect(shiftsOf(layers, timeZone, range)).toEqual(shifts);
  });

  it('leaves the turn out that fell on the day Samoa left out', () => {
    const days = layer({
      members: [ana, ben, chloe],
      handover: { ...daily('09:00'), anchor: '2011-12-28 09:00:00' },
    });
    const from = '2011-01-01T00:00Z';
    const levels = [{ level: 1, layers: [days] }];
    const apia = rotation([], {
      ...{ timeZone: 'Pacific/Apia', versions: [{ from, levels }] },
    });
    const range = {
      from: at('2011-12-28T19:00Z'),
      to: at('2011-12-31T19:00Z'),
    };
    expect(finalShifts(apia, range).map(told)).toEqual([
      'ana 2011-12-28T19:00Z 2011-12-29T19:00Z 24 h',
      'ben 2011-12-29T19:00Z 2011-12-30T19:00Z 24 h',
      'ana 2011-12-30T19:00Z 2011-12-31T19:00Z 24 h',
    ]);
  });

  it('adds no hours: 168 of them after Monday at 9 it is 8 in Berlin', () => {
    const begin = at('2026-10-19T07:00Z');
    const week = { from: begin, to: begin + 8 * day };
    const [first] = finalShifts(rotation([layer()]), week);
    expect(first.to - begin).toBe(7 * day + day / 24);
  });
});

import { beginnings } from '../../__testUtils__/calendars';

const september = (...days: string[]) =>
  days.map(day => `1997-09-${day}T13:00Z`);
const in1997 = { from: '1997-01-01T00:00Z', to: '1998-01-01T00:00Z' };
const until = (to: string) => ({ from: '1997-01-01T00:00Z', to });

const start = '19970902T090000';

/** RFC 5545, 3.8.5.3; all begin at 9 in New York: 13:00Z in summer, 14:00Z in winter. */
describe('the examples of RFC 5545', () => {
  it.each<[string, string, { from: string; to: string }, string[]]>([
    [
      'daily for 10 occurrences',
      'FREQ=DAILY;COUNT=10',
      in1997,
      september(...'02 03 04 05 06 07 08 09 10 11'.split(' ')),
    ],
    [
      'daily until December 24, 1997: the last ones',
      'FREQ=DAILY;UNTIL=19971224T000000Z',
      { from: '1997-12-22T00:00Z', to: '1998-01-01T00:00Z' },
      ['1997-12-22T14:00Z', '1997-12-23T14:00Z'],
    ],
    [
      'every other day, across the change of clocks',
      'FREQ=DAILY;INTERVAL=2',
      { from: '1997-10-23T00:00Z', to: '1997-10-29T00:00Z' },
      ['1997-10-24T13:00Z', '1997-10-26T14:00Z', '1997-10-28T14:00Z'],
    ],
    [
      'every 10 days, 5 occurrences',
      'FREQ=DAILY;INTERVAL=10;COUNT=5',
      in1997,
      [
        ...september('02', '12', '22'),
        '1997-10-02T13:00Z',
        '1997-10-12T13:00Z',
      ],
    ],
    [
      'every other week, forever, weeks that begin on Sunday',
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
      until('1997-11-01T00:00Z'),
      [
        ...september('02', '16', '30'),
        '1997-10-14T13:00Z',
        '1997-10-28T14:00Z',
      ],
    ],
    [
      'weekly on Tuesday and Thursday for five weeks',
      'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
      in1997,
      [
        ...september(...'02 04 09 11 16 18 23 25 30'.split(' ')),
        '1997-10-02T13:00Z',
      ],
    ],
    [
      'every other week on Tuesday and Thursday, 8 occurrences',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
      in1997,
      [
        ...september(...'02 04 16 18 30'.split(' ')),
        ...['1997-10-02T13:00Z', '1997-10-14T13:00Z', '1997-10-16T13:00Z'],
      ],
    ],
    [
      'monthly on the first Friday for 4 occurrences',
      'FREQ=MONTHLY;COUNT=4;BYDAY=1FR',
      in1997,
      [
        ...['1997-09-05T13:00Z', '1997-10-03T13:00Z'],
        ...['1997-11-07T14:00Z', '1997-12-05T14:00Z'],
      ],
    ],
    [
      'every other month on the first and last Sunday, 4 occurrences',
      'FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU',
      in1997,
      [
        ...['1997-09-07T13:00Z', '1997-09-28T13:00Z'],
        ...['1997-11-02T14:00Z', '1997-11-30T14:00Z'],
      ],
    ],
    [
      'monthly on the third to the last day of the month',
      'FREQ=MONTHLY;BYMONTHDAY=-3',
      in1997,
      [
        ...['1997-09-28T13:00Z', '1997-10-29T14:00Z'],
        ...['1997-11-28T14:00Z', '1997-12-29T14:00Z'],
      ],
    ],
    [
      'monthly on the first and last day',
      'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1',
      in1997,
      [
        ...['1997-09-30T13:00Z', '1997-10-01T13:00Z'],
        ...['1997-10-31T14:00Z', '1997-11-01T14:00Z'],
      ],
    ],
    [
      'every Friday the 13th',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      until('1999-09-01T00:00Z'),
      [
        ...['1998-02-13T14:00Z', '1998-03-13T14:00Z'],
        ...['1998-11-13T14:00Z', '1999-08-13T13:00Z'],
      ],
    ],
    [
      'the third Tuesday, Wednesday or Thursday of the month',
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      in1997,
      ['1997-09-04T13:00Z', '1997-10-07T13:00Z', '1997-11-06T14:00Z'],
    ],
    [
      'the second-to-last weekday of the month',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      in1997,
      [
        ...['1997-09-29T13:00Z', '1997-10-30T14:00Z'],
        ...['1997-11-27T14:00Z', '1997-12-30T14:00Z'],
      ],
    ],
    [
      'every Tuesday in September, yearly',
      'FREQ=YEARLY;BYMONTH=9;BYDAY=TU',
      in1997,
      september('02', '09', '16', '23', '30'),
    ],
    [
      'yearly on one day of the year',
      'FREQ=YEARLY;BYYEARDAY=1,100,200,-1',
      { from: '1997-12-01T00:00Z', to: '1998-08-01T00:00Z' },
      [
        ...['1997-12-31T14:00Z', '1998-01-01T14:00Z'],
        ...['1998-04-10T13:00Z', '1998-07-19T13:00Z'],
      ],
    ],
    [
      'the 20th Monday of the year',
      'FREQ=YEARLY;BYDAY=20MO',
      until('2000-01-01T00:00Z'),
      ['1998-05-18T13:00Z', '1999-05-17T13:00Z'],
    ],
    [
      'a presidential election: the Tuesday after a Monday in November',
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      { from: '1997-01-01T00:00Z', to: '2006-01-01T00:00Z' },
      ['1997-11-04T14:00Z', '2001-11-06T14:00Z', '2005-11-08T14:00Z'],
    ],
    [
      'every 3 hours until 17:00 of one day',
      'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z',
      in1997,
      ['1997-09-02T13:00Z', '1997-09-02T16:00Z'],
    ],
    [
      'daily at 9 and at 21',
      'FREQ=DAILY;COUNT=3;BYHOUR=9,21;BYMINUTE=0',
      in1997,
      ['1997-09-02T13:00Z', '1997-09-03T01:00Z', '1997-09-03T13:00Z'],
    ],
    [
      'a day that does not exist is left out',
      'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=15,31',
      { from: '1997-11-01T00:00Z', to: '1998-03-01T00:00Z' },
      [],
    ],
  ])('%s', (_title, rule, range, expected) => {
    expect(beginnings(rule, start, range)).toEqual(expected);
  });

  it.each([
    ['MO', ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24']],
    ['SU', ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31']],
  ])('where weeks begin matters: WKST=%s', (day, dates) => {
    const rule = `FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=${day}`;
    expect(beginnings(rule, '19970805T090000', in1997)).toEqual(
      dates.map(date => `${date}T13:00Z`),
    );
  });

  it('the 29th of February comes every four years', () => {
    expect(
      beginnings('FREQ=YEARLY', '20240229T090000', {
        ...{ from: '2020-01-01T00:00Z', to: '2033-01-01T00:00Z' },
      }),
    ).toEqual(['2024-02-29T14:00Z', '2028-02-29T14:00Z', '2032-02-29T14:00Z']);
  });

  it('an endless rule of long ago is read from where it matters', () => {
    expect(
      beginnings('FREQ=HOURLY;INTERVAL=12', '19700101T060000', {
        ...{ from: '2026-06-01T00:00Z', to: '2026-06-02T00:00Z' },
      }),
    ).toEqual(['2026-06-01T10:00Z', '2026-06-01T22:00Z']);
  });
});

import { calendar, event, shiftsOf, year } from '../__testUtils__/calendars';
import { inMachineZones } from '../__testUtils__/machineZones';
import { readCalendar } from './readCalendar';

const weekly = (zone: string, ...more: string[]) =>
  event([
    ...['UID:1', `DTSTART;TZID=${zone}:20260323T090000`],
    ...[`DTEND;TZID=${zone}:20260330T090000`],
    ...['RRULE:FREQ=WEEKLY;COUNT=2', ...more],
  ]);

const inBerlin = [
  'ana 2026-03-23T08:00Z 2026-03-30T07:00Z',
  'ana 2026-03-30T07:00Z 2026-04-06T07:00Z',
];

const ownZone = [
  ...['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone'],
  ...['BEGIN:STANDARD', 'DTSTART:16010101T030000'],
  ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000'],
  ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT'],
  'END:VTIMEZONE',
].join('\r\n');

inMachineZones(() => {
  it.each([
    ['an IANA name, without VTIMEZONE', 'Europe/Berlin'],
    ['a name of Windows', 'W. Europe Standard Time'],
    ['a quoted name of Windows', '"W. Europe Standard Time"'],
    ['a name of Mozilla', '/mozilla.org/20050126_1/Europe/Berlin'],
    [
      'a name of Evolution',
      '/freeassociation.sourceforge.net/Tzfile/Europe/Berlin',
    ],
  ])('a week in March has 167 hours in %s', (_title, zone) => {
    expect(shiftsOf(calendar(weekly(zone)))).toEqual(inBerlin);
  });

  it('a zone that the calendar describes itself', () => {
    const text = calendar(ownZone, weekly('Customized Time Zone'));
    expect(shiftsOf(text)).toEqual(inBerlin);
  });

  it.each([
    ['20260329T023000', '2026-03-29T01:30Z', 'skipped: an hour later'],
    ['20261025T023000', '2026-10-25T00:30Z', 'shown twice: the first'],
    ['20260329T030000', '2026-03-29T01:00Z', 'right after it was skipped'],
    ['20261025T030000', '2026-10-25T02:00Z', 'right after the second'],
    ['20261025T015900', '2026-10-24T23:59Z', 'right before the first'],
  ])('%s is %s, as it is %s', (written, begin) => {
    const times = (zone: string) => [
      ...['UID:1', `DTSTART;TZID=${zone}:${written}`, 'DURATION:PT1H'],
    ];
    const begins = (text: string) => shiftsOf(text)[0].split(' ')[1];
    expect([
      begins(calendar(event(times('Europe/Berlin')))),
      begins(calendar(ownZone, event(times('Customized Time Zone')))),
    ]).toEqual([begin, begin]);
  });

  it('days without times are days of the calendar’s zone', () => {
    const days = event([
      ...['UID:1', 'DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'],
    ]);
    const inNewYork = ['ana 2026-03-28T04:00Z 2026-03-30T04:00Z'];
    expect([
      shiftsOf(calendar('X-WR-TIMEZONE:America/New_York', days)),
      shiftsOf(calendar(days), { timeZone: 'America/New_York' }),
      shiftsOf(calendar('X-WR-TIMEZONE:America/New_York', days), {
        timeZone: 'UTC',
      }),
    ]).toEqual([inNewYork, inNewYork, inNewYork]);
  });

  it('one day where it does not say how many', () => {
    const day = event(['UID:1', 'DTSTART;VALUE=DATE:20260329']);
    expect(shiftsOf(calendar(day), { timeZone: 'Europe/Berlin' })).toEqual([
      'ana 2026-03-28T23:00Z 2026-03-29T22:00Z',
    ]);
  });

  it('times in no zone are in the calendar’s, and never in the machine’s', () => {
    const floating = event([
      ...['UID:1', 'DTSTART:20260105T090000', 'DTEND:20260105T170000'],
    ]);
    expect(
      shiftsOf(calendar('X-WR-TIMEZONE:Asia/Kathmandu', floating)),
    ).toEqual(['ana 2026-01-05T03:15Z 2026-01-05T11:15Z']);
    expect(readCalendar(calendar(floating), year)).toEqual({
      shifts: [],
      problems: [
        {
          line: 3,
          words:
            'This event is left out: its times are in no zone, and neither the calendar nor its configuration names one',
        },
      ],
      complete: false,
      knownUntil: year.from,
    });
  });

  it('a duration of days is one on the wall’s clock, one of hours is not', () => {
    const lasting = (duration: string) =>
      shiftsOf(
        calendar(
          event([
            ...['UID:1', 'DTSTART;TZID=Europe/Berlin:20260323T090000'],
            `DURATION:${duration}`,
          ]),
        ),
      );
    expect([lasting('P7D'), lasting('P1W'), lasting('PT168H')]).toEqual([
      ['ana 2026-03-23T08:00Z 2026-03-30T07:00Z'],
      ['ana 2026-03-23T08:00Z 2026-03-30T07:00Z'],
      ['ana 2026-03-23T08:00Z 2026-03-30T08:00Z'],
    ]);
  });

  it('leaves out what is taken out, and moves what was moved', () => {
    const series = (...more: string[]) =>
      event([
        ...['UID:1', 'DTSTART;TZID=Europe/Berlin:20261005T090000'],
        ...['DTEND;TZID=Europe/Berlin:20261012T090000'],
        ...['RRULE:FREQ=WEEKLY;UNTIL=20261116T090000Z', ...more],
      ]);
    const moved = event(
      [
        ...['UID:1', 'RECURRENCE-ID;TZID=Europe/Berlin:20261026T090000'],
        ...['DTSTART;TZID=Europe/Berlin:20261027T120000', 'DURATION:P6D'],
      ],
      'ben',
    );
    const cancelled = event([
      ...['UID:1', 'RECURRENCE-ID:20261109T080000Z', 'STATUS:CANCELLED'],
      ...['DTSTART:20261109T080000Z', 'DTEND:20261116T080000Z'],
    ]);
    expect(
      shiftsOf(
        calendar(
          ...[moved, cancelled],
          series('EXDATE;TZID=Europe/Berlin:20261012T090000,20261102T090000'),
        ),
      ),
    ).toEqual([
      'ana 2026-10-05T07:00Z 2026-10-12T07:00Z',
      'ana 2026-10-19T07:00Z 2026-10-26T08:00Z',
      'ben 2026-10-27T11:00Z 2026-11-02T11:00Z',
      'ana 2026-11-16T08:00Z 2026-11-23T08:00Z',
    ]);
    expect(
      shiftsOf(calendar(series('EXDATE;VALUE=DATE:20261012'))).map(
        line => line.split(' ')[1],
      ),
    ).not.toContain('2026-10-12T07:00Z');
  });

  it('adds what is added, in whichever zone it is written', () => {
    const text = calendar(
      event([
        ...['UID:1', 'DTSTART;TZID=Europe/Berlin:20260323T090000'],
        ...['DTEND;TZID=Europe/Berlin:20260324T090000'],
        'RDATE;TZID=Europe/Berlin:20260328T090000',
        'RDATE:20260401T100000Z',
      ]),
    );
    expect(shiftsOf(text)).toEqual([
      'ana 2026-03-23T08:00Z 2026-03-24T08:00Z',
      'ana 2026-03-28T08:00Z 2026-03-29T07:00Z',
      'ana 2026-04-01T10:00Z 2026-04-02T10:00Z',
    ]);
  });
});

describe('an event', () => {
  const day = ['UID:1', 'DTSTART:20260105T090000Z', 'DTEND:20260105T170000Z'];
  const only = '2026-01-05T09:00Z 2026-01-05T17:00Z';

  it.each([
    ['ana.markovic', `ana.markovic ${only}`],
    ['[L2] ana.markovic', `[L2] ana.markovic ${only}`],
    ['ana.markovic [l9]', `[L9] ana.markovic ${only}`],
    ['[L0] Ana Marković\\, Payments', `Ana Marković, Payments ${only}`],
    ['On call: Ana', `On call: Ana ${only}`],
  ])('called %s', (summary, shift) => {
    expect(shiftsOf(calendar(event(day, summary)))).toEqual([shift]);
  });

  it('goes on over several lines', () => {
    const text = calendar(event(day, 'ana.mar\r\n kovic\r\n\t.long'));
    expect(shiftsOf(text)).toEqual([`ana.markovic.long ${only}`]);
  });

  it('is read with plain line ends, and with what is not asked for', () => {
    const text = calendar(
      event([
        ...[...day, 'X-NOTE;A="b;c:d":e', 'DESCRIPTION:SUMMARY:ben'],
        ...['BEGIN:VALARM', 'SUMMARY:wake up', 'DURATION:PT5M', 'END:VALARM'],
      ]),
    ).replace(/\r/g, '');
    expect(shiftsOf(text)).toEqual([`ana ${only}`]);
  });

  it('of which there are two versions counts in the newest', () => {
    const older = event([...day, 'SEQUENCE:1'], 'ben');
    const newer = event([...day, 'SEQUENCE:2'], 'ana');
    expect([
      shiftsOf(calendar(older, newer)),
      shiftsOf(calendar(newer, older)),
    ]).toEqual([[`ana ${only}`], [`ana ${only}`]]);
  });

  it('that was called off is none', () => {
    expect(shiftsOf(calendar(event([...day, 'STATUS:CANCELLED'])))).toEqual([]);
  });

  it.each([
    [['UID:1'], 'it does not say when it begins'],
    [
      ['DTSTART:20260231T090000Z'],
      "DTSTART is '20260231T090000Z', which is no time",
    ],
    [['DTSTART:tomorrow'], "DTSTART is 'tomorrow', which is no time"],
    [
      ['DTSTART;TZID=Middle Earth:20260105T090000', 'DURATION:PT1H'],
      "its zone 'Middle Earth' is not known, and not described",
    ],
    [
      ['DTSTART:20260105T090000Z', 'DURATION:long'],
      "DURATION is 'long', which is no length of time",
    ],
    [
      ['DTSTART:20260105T090000Z', 'RRULE:FREQ=SECONDLY'],
      "its rule has 'FREQ=SECONDLY', which is not read here",
    ],
    [
      [
        'DTSTART:20260105T090000Z',
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20260105T090000Z',
      ],
      'it changes all that follow (RANGE=THISANDFUTURE), which is not read here',
    ],
    [
      ['DTSTART:20260105T090000Z', 'RRULE:FREQ=YEARLY;BYWEEKNO=20'],
      "its rule has 'BYWEEKNO=20', which is not read here",
    ],
  ])(
    'that says %j is left out, with its reason, and no other is',
    (lines, words) => {
      const text = calendar(event([...lines, 'UID:2']), event(day));
      const { shifts, problems, complete } = readCalendar(text, year);
      expect([shifts.length, problems, complete]).toEqual([
        1,
        [{ line: 3, words: `This event is left out: ${words}` }],
        false,
      ]);
    },
  );

  it('without a title is nobody’s', () => {
    expect(readCalendar(calendar(event(day, '[L1] ')), year).problems).toEqual([
      {
        line: 3,
        words: 'This event is left out: it has no title, which is the user',
      },
    ]);
  });
});

describe('a calendar', () => {
  const one = ['UID:1', 'DTSTART:20260105T090000Z', 'DTEND:20260105T170000Z'];

  it.each([
    ['with its last event', one, Date.parse('2026-01-05T17:00Z')],
    ['never, where a rule goes on', [...one, 'RRULE:FREQ=WEEKLY'], undefined],
    [
      'with the last time of a rule that ends',
      [...one, 'RRULE:FREQ=WEEKLY;COUNT=3'],
      Date.parse('2026-01-19T17:00Z'),
    ],
    [
      'beyond the range',
      ['UID:1', 'DTSTART:20270105T090000Z', 'DTEND:20270105T170000Z'],
      undefined,
    ],
  ])('is known until it ends: %s', (_title, lines, knownUntil) => {
    expect(readCalendar(calendar(event(lines)), year).knownUntil).toBe(
      knownUntil,
    );
  });

  it('has a name', () => {
    const text = calendar('X-WR-CALNAME:Payments\\, on call');
    expect(readCalendar(text, year).name).toBe('Payments, on call');
  });

  it.each([
    ['<html>', 'This is no calendar: it has no line BEGIN:VCALENDAR'],
    [
      'x'.repeat(5 * 1024 * 1024 + 1),
      'This calendar has 5242881 characters, and more than 5242880 are not read',
    ],
  ])('that is none says so', (text, words) => {
    expect(readCalendar(text, year)).toEqual({
      ...{ shifts: [], problems: [{ words }], complete: false },
    });
  });
});

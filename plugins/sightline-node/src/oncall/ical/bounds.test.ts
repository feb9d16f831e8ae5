import fc from 'fast-check';
import { calendar, event, year } from '../__testUtils__/calendars';
import { readCalendar } from './readCalendar';
import { windowsZones } from './zones/windowsZones';

const cut =
  'Rules of this calendar go on for longer than is read; shifts may be missing';

describe('whatever a calendar holds', () => {
  it.each([
    ['counts hours since 1970', 'FREQ=HOURLY;COUNT=1000000000'],
    ['never comes to anything', 'FREQ=YEARLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30'],
  ])('a rule that %s is given up, and that is said', (_title, rule) => {
    const text = calendar(
      event([
        ...['UID:1', 'DTSTART:19700101T000000Z', 'DURATION:PT1H'],
        `RRULE:${rule}`,
      ]),
    );
    const far = { from: Date.UTC(9000, 0, 1), to: Date.UTC(9001, 0, 1) };
    const { shifts, problems, complete, knownUntil } = readCalendar(text, far);
    expect({ shifts, problems, complete, knownUntil }).toEqual({
      ...{ shifts: [], problems: [{ words: cut }], complete: false },
    });
  });

  it('never-ending rules end with the range', () => {
    const rules = Array.from({ length: 50 }, (_, number) =>
      event([
        ...[`UID:${number}`, 'DTSTART:20200101T000000Z', 'DURATION:PT1H'],
        'RRULE:FREQ=HOURLY',
      ]),
    );
    const { shifts, problems } = readCalendar(calendar(...rules), year);
    expect([shifts.length, problems.map(({ words }) => words)]).toEqual([
      20_000,
      ['More than 20000 shifts are not read; 47 events are left out'],
    ]);
  });

  it('events beyond 20,000 are left out, and counted', () => {
    const shift = event([
      ...['UID:1', 'DTSTART:20260105T090000Z', 'DTEND:20260105T170000Z'],
    ]);
    const text = calendar(...Array.from({ length: 20_003 }, () => shift));
    expect(readCalendar(text, year).problems).toEqual([
      { words: '3 events are left out, as more than 20000 are not read' },
    ]);
  });

  it('of hundreds of problems fifty are named', () => {
    const wrong = Array.from({ length: 300 }, () => event(['UID:1']));
    const { problems } = readCalendar(calendar(...wrong), year);
    expect([problems.length, problems[50]]).toEqual([
      51,
      { words: '250 more problems are not shown' },
    ]);
  });

  it('nothing makes it throw', () => {
    const lines = fc.constantFrom(
      ...['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VTIMEZONE', 'END:VTIMEZONE'],
      ...['BEGIN:STANDARD', 'END:STANDARD', 'END:VCALENDAR', 'TZID:Here'],
      ...['DTSTART:20260105T090000Z', 'DTSTART;TZID=Here:20260105T090000'],
      ...['DTSTART;VALUE=DATE:20260105', 'DTEND:20260106T090000Z'],
      ...['DURATION:P1D', 'DURATION:-P1D', 'DURATION:P99999W', 'SUMMARY:ana'],
      ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'EXDATE:20260105', 'UID:1'],
      ...['RDATE:99991231T235959Z', 'RRULE:FREQ=WEEKLY', 'RRULE:FREQ=YEARLY'],
      ...[
        'RRULE:FREQ=MONTHLY;BYSETPOS=-366;BYDAY=53MO',
        'RRULE:',
        'SEQUENCE:x',
      ],
      ...['RECURRENCE-ID:20260112T090000Z', ' folded', '', ':', ';', '\u0000'],
      ...['DTSTART;TZID=__proto__:20260105T090000', 'UID:__proto__'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string())), said => {
        const read = readCalendar(calendar(...said), year);
        expect(read.shifts.every(({ from, to }) => from < to)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('every name of Windows is a zone that is known', () => {
    const unknown = Object.values(windowsZones).filter(zone => {
      try {
        return !new Intl.DateTimeFormat('en', { timeZone: zone });
      } catch {
        return true;
      }
    });
    expect(unknown).toEqual([]);
  });
});

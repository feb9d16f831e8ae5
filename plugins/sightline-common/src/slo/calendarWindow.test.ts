import fc from 'fast-check';
import { CalendarWindow, calendarWindowAt } from './calendarWindow';
import { windowAt } from './windowAt';

const hour = 3_600_000;
const day = 24 * hour;

const berlin: CalendarWindow = {
  kind: 'calendar',
  unit: 'month',
  every: 1,
  start: '2026-01-01 00:00:00',
  timeZone: 'Europe/Berlin',
};

const at = (window: Partial<CalendarWindow>, moment: string) => {
  const found = calendarWindowAt({ ...berlin, ...window }, Date.parse(moment));
  return {
    from: new Date(found.from).toISOString().replace(':00.000', ''),
    to: new Date(found.to).toISOString().replace(':00.000', ''),
    hours: (found.to - found.from) / hour,
  };
};

describe('calendarWindowAt', () => {
  it.each<[string, Partial<CalendarWindow>, string, string, string, number]>([
    [
      'a month with an hour less, as clocks are set forward',
      {},
      '2026-03-15T12:00:00Z',
      '2026-02-28T23:00Z',
      '2026-03-31T22:00Z',
      31 * 24 - 1,
    ],
    [
      'a month with an hour more',
      {},
      '2026-10-15T12:00:00Z',
      '2026-09-30T22:00Z',
      '2026-10-31T23:00Z',
      31 * 24 + 1,
    ],
    [
      'the first instant of a month belongs to it',
      {},
      '2026-01-31T23:00:00Z',
      '2026-01-31T23:00Z',
      '2026-02-28T23:00Z',
      28 * 24,
    ],
    [
      'the last one to the month before',
      {},
      '2026-01-31T22:59:59.999Z',
      '2025-12-31T23:00Z',
      '2026-01-31T23:00Z',
      31 * 24,
    ],
    [
      'long before the start',
      {},
      '2024-02-29T12:00:00Z',
      '2024-01-31T23:00Z',
      '2024-02-29T23:00Z',
      29 * 24,
    ],
    [
      'a day of 23 hours',
      { unit: 'day' },
      '2026-03-29T12:00:00Z',
      '2026-03-28T23:00Z',
      '2026-03-29T22:00Z',
      23,
    ],
    [
      'a day of 25 hours',
      { unit: 'day' },
      '2026-10-25T12:00:00Z',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z',
      25,
    ],
    [
      'two weeks from a Monday',
      { unit: 'week', every: 2, start: '2026-01-05 00:00:00' },
      '2026-03-30T12:00:00Z',
      '2026-03-29T22:00Z',
      '2026-04-12T22:00Z',
      14 * 24,
    ],
    [
      'two weeks across the change',
      { unit: 'week', every: 2, start: '2026-01-05 00:00:00' },
      '2026-03-29T12:00:00Z',
      '2026-03-15T23:00Z',
      '2026-03-29T22:00Z',
      14 * 24 - 1,
    ],
    [
      'a quarter',
      { unit: 'quarter', timeZone: 'UTC' },
      '2026-11-21T00:00:00Z',
      '2026-10-01T00:00Z',
      '2027-01-01T00:00Z',
      92 * 24,
    ],
    [
      'a year that begins in July, with 29 February',
      { unit: 'year', start: '2025-07-01 00:00:00', timeZone: 'UTC' },
      '2028-02-29T00:00:00Z',
      '2027-07-01T00:00Z',
      '2028-07-01T00:00Z',
      366 * 24,
    ],
    [
      'two months',
      { every: 2, timeZone: 'UTC' },
      '2026-12-31T23:59:00Z',
      '2026-11-01T00:00Z',
      '2027-01-01T00:00Z',
      61 * 24,
    ],
    [
      'from the 31st on: the last day of shorter months',
      { start: '2026-01-31 00:00:00', timeZone: 'UTC' },
      '2026-03-01T00:00:00Z',
      '2026-02-28T00:00Z',
      '2026-03-31T00:00Z',
      31 * 24,
    ],
    [
      'from a time that clocks skip: 02:30 is 03:30 on that day',
      { unit: 'day', start: '2026-01-01 02:30:00' },
      '2026-03-29T12:00:00Z',
      '2026-03-29T01:30Z',
      '2026-03-30T00:30Z',
      23,
    ],
    [
      'from a time that clocks show twice: the first',
      { unit: 'day', start: '2026-01-01 02:30:00' },
      '2026-10-25T01:00:00Z',
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
      25,
    ],
    [
      'half an hour of daylight saving',
      { unit: 'day', timeZone: 'Australia/Lord_Howe' },
      '2026-04-05T00:00:00Z',
      '2026-04-04T13:00Z',
      '2026-04-05T13:30Z',
      24.5,
    ],
    [
      'a zone of three quarters of an hour',
      { unit: 'day', timeZone: 'Asia/Kathmandu' },
      '2026-11-21T00:00:00Z',
      '2026-11-20T18:15Z',
      '2026-11-21T18:15Z',
      24,
    ],
    [
      'midnight that does not exist, in Beirut',
      { unit: 'day', timeZone: 'Asia/Beirut' },
      '2026-03-29T12:00:00Z',
      '2026-03-28T22:00Z',
      '2026-03-29T21:00Z',
      23,
    ],
    [
      'the day that Samoa left out',
      { unit: 'day', timeZone: 'Pacific/Apia' },
      '2011-12-30T11:00:00Z',
      '2011-12-30T10:00Z',
      '2011-12-31T10:00Z',
      24,
    ],
  ])('%s', (_title, window, moment, from, to, hours) => {
    expect(at(window, moment)).toEqual({ from, to, hours });
  });

  it.each([
    [{ start: 'tomorrow' }, "'tomorrow' is no date and time"],
    [{ start: '2026-02-31 00:00:00' }, 'is no date and time'],
    [{ start: '2026-01-01 25:00:00' }, 'is no date and time'],
    [{ timeZone: 'Europe/Atlantis' }, 'Europe/Atlantis'],
    [{ every: 0 }, 'every 0 months is no window'],
    [{ every: 1.5 }, 'every 1.5 months is no window'],
  ])('refuses %j', (window, words) => {
    expect(() => calendarWindowAt({ ...berlin, ...window }, 0)).toThrow(words);
  });

  it('tiles time: no hole, no overlap, and each holds its moments', () => {
    const windows = fc.record({
      unit: fc.constantFrom<CalendarWindow['unit'][]>(
        ...(['day', 'week', 'month', 'quarter', 'year'] as const),
      ),
      every: fc.integer({ min: 1, max: 5 }),
      start: fc.constantFrom(
        '2026-01-01 00:00:00',
        '2024-02-29 12:34:56',
        '2026-08-31 02:30:00',
        '2020-03-29 02:30:00',
      ),
      timeZone: fc.constantFrom(
        ...['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'],
        ...['Australia/Lord_Howe', 'Pacific/Apia', 'America/Sao_Paulo'],
        ...['Africa/Casablanca', 'America/St_Johns'],
      ),
    });
    const moments = fc.integer({
      min: Date.parse('1980-01-01T00:00:00Z'),
      max: Date.parse('2060-01-01T00:00:00Z'),
    });
    fc.assert(
      fc.property(windows, moments, (told, moment) => {
        const window: CalendarWindow = { kind: 'calendar', ...told };
        const { from, to } = calendarWindowAt(window, moment);
        expect(from).toBeLessThanOrEqual(moment);
        expect(moment).toBeLessThan(to);
        expect(calendarWindowAt(window, from)).toEqual({ from, to });
        expect(calendarWindowAt(window, to - 1)).toEqual({ from, to });
        expect(calendarWindowAt(window, to).from).toBe(to);
        expect(calendarWindowAt(window, from - 1).to).toBe(from);
      }),
      { numRuns: 300 },
    );
  });
});

describe('windowAt', () => {
  it('of a rolling window ends now, however long days are', () => {
    const now = Date.parse('2026-03-30T00:00:00Z');
    expect(windowAt({ kind: 'rolling', duration: 30 * day }, now)).toEqual({
      from: now - 30 * day,
      to: now,
    });
  });

  it('of a calendar is the one that holds the moment', () => {
    const now = Date.parse('2026-03-30T00:00:00Z');
    expect(windowAt(berlin, now)).toEqual({
      from: Date.parse('2026-02-28T23:00:00Z'),
      to: Date.parse('2026-03-31T22:00:00Z'),
    });
  });
});

import { readCalendar } from '../ical/readCalendar';

const at = (text: string) => Date.parse(text);

/** The year in which these calendars are read. */
export const year = {
  from: at('2026-01-01T00:00Z'),
  to: at('2027-01-01T00:00Z'),
};

export const event = (lines: readonly string[], summary = 'ana') =>
  ['BEGIN:VEVENT', `SUMMARY:${summary}`, ...lines, 'END:VEVENT'].join('\r\n');

export const calendar = (...parts: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

const short = (instant: number) =>
  new Date(instant).toISOString().replace(':00.000Z', 'Z');

/** `ana 2026-01-05T08:00Z 2026-01-12T08:00Z`, with `[L2]` where it has a priority. */
export const shiftsOf = (
  text: string,
  options: Partial<Parameters<typeof readCalendar>[1]> = {},
): string[] => {
  const read = readCalendar(text, { ...year, ...options });
  expect(read.problems).toEqual([]);
  return read.shifts.map(({ user, priority, from, to }) =>
    [
      ...(priority ? [`[L${priority}]`] : []),
      ...[user, short(from), short(to)],
    ].join(' '),
  );
};

/** When shifts begin, without the rest. */
export const beginnings = (
  rule: string,
  start: string,
  options: { from: string; to: string },
): string[] =>
  readCalendar(
    calendar(
      event([
        'UID:1',
        `DTSTART;TZID=America/New_York:${start}`,
        ...['DURATION:PT1H', `RRULE:${rule}`],
      ]),
    ),
    { from: at(options.from), to: at(options.to) },
  ).shifts.map(({ from }) => short(from));

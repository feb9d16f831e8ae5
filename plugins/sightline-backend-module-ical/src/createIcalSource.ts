import {
  FEED_AROUND,
  Instant,
  Roster,
  TimeRange,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  CalendarReading,
  failed,
  ok,
  Outcome,
  PullSource,
  readCalendar,
  rosterWindow,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { createFeed, Feed } from './reading/createFeed';
import { CalendarConfig } from './reading/engine/CalendarConfig';
import { coversOf } from './reading/engine/coversOf';
import { toShifts } from './reading/engine/toShifts';

type Level = { level: number; main: Feed; overrides?: Feed };

type ReadLevel = {
  level: number;
  main: CalendarReading;
  overrides?: CalendarReading;
};

type Asking = {
  calendar: CalendarConfig;
  context: AskContext;
  now: Instant;
  range: TimeRange;
};

/**
 * The calendars of one roster as a source. Each is one of its own, so that one that is
 * away is asked again, left alone and shown by itself, and no other team hears of it.
 */
export const createIcalSource = (
  calendar: CalendarConfig,
  { now = Date.now }: { now?: () => Instant } = {},
): PullSource => {
  const levels = calendar.levels.map(
    ({ level, url, overrides }): Level => ({
      ...{ level, main: createFeed(url) },
      ...(overrides !== undefined && { overrides: createFeed(overrides) }),
    }),
  );
  return {
    kind: 'pull',
    id: calendar.id,
    title: `Calendar ${calendar.title ?? calendar.roster}`,
    wantsServices: false,
    defaults: {
      every: { minutes: 5 },
      timeout: { seconds: 30 },
      freshFor: { minutes: 30 },
    },
    pull: (_services, context) => {
      const at = now();
      const range = {
        from: at - FEED_AROUND.before,
        to: at + FEED_AROUND.after,
      };
      return pull(levels, { calendar, context, now: at, range });
    },
  };
};

const pull = async (
  levels: readonly Level[],
  asking: Asking,
): Promise<Outcome<SourceReport>> => {
  const read: ReadLevel[] = [];
  for (const { level, main, overrides } of levels) {
    const first = await readFeed(main, asking);
    if (first.outcome !== 'ok') return first;
    const second = overrides && (await readFeed(overrides, asking));
    if (second && second.outcome !== 'ok') return second;
    read.push({
      ...{ level, main: first.value },
      ...(second && { overrides: second.value }),
    });
  }
  const rosters = [toRoster(read, asking)];
  return ok({ oncall: { rosters, unread: [] } }, notesOf(read));
};

/**
 * Some event that cannot be read is left out and named. Where the whole cannot be, or
 * is cut by a limit, it is no answer: what is missing would look like gaps.
 */
const readFeed = async (
  feed: Feed,
  { calendar: { timeZone }, context, range }: Asking,
): Promise<Outcome<CalendarReading>> => {
  const text = await feed.read(context);
  if (text.outcome !== 'ok') return text;
  const reading = readCalendar(text.value, {
    ...range,
    ...(timeZone !== undefined && { timeZone }),
  });
  const [problem] = reading.problems;
  return problem && problem.line === undefined
    ? failed({ kind: 'unexpected-answer', words: problem.words })
    : ok(reading);
};

const toRoster = (read: readonly ReadLevel[], asking: Asking): Roster => {
  const { calendar, context, now, range } = asking;
  const shifts = read.flatMap(({ level, main, overrides }) => {
    const feeds = { ...main, overrides: overrides?.shifts ?? [] };
    const found = toShifts(feeds, { level, range });
    if (found.beyond > 0) {
      context.lost('people on call at once beside ten others', found.beyond);
    }
    return found.shifts;
  });
  const [{ main: first }] = read;
  const title = calendar.title ?? first.name ?? calendar.roster;
  const { timeZone, link } = calendar;
  return {
    ...{ id: calendar.roster, name: `the calendar ${title}`, kind: 'ical' },
    ...(link !== undefined && { url: link }),
    ...(timeZone !== undefined && { timeZone }),
    ...{ for: calendar.for, shifts },
    covers: coversOf(first, rosterWindow(now, context.lastGood), now),
  };
};

const SHOWN = 10;

const notesOf = (read: readonly ReadLevel[]): string[] => {
  const notes = read
    .flatMap(({ main, overrides }) => [
      ...main.problems,
      ...(overrides?.problems ?? []),
    ])
    .map(({ line, words }) =>
      line === undefined ? words : `Line ${line}: ${words}`,
    );
  return notes.length > SHOWN
    ? [...notes.slice(0, SHOWN), `${notes.length - SHOWN} more are like this`]
    : notes;
};

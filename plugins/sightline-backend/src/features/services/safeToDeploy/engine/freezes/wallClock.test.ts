import { toLocal } from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { firstShowing, lastShowing } from './wallClock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const wall = (text: string) => Date.parse(`${text}:00Z`);
const told = (at: number) => new Date(at).toISOString().slice(0, 16);

describe('a time on the wall', () => {
  it.each([
    ['an ordinary one', '2026-06-01T12:00', '2026-06-01T10:00'],
    ['one before clocks go ahead', '2026-03-29T01:59', '2026-03-29T00:59'],
    ['one clocks jump over', '2026-03-29T02:30', '2026-03-29T01:00'],
    ['the one they jump from', '2026-03-29T02:00', '2026-03-29T01:00'],
    ['the one they jump to', '2026-03-29T03:00', '2026-03-29T01:00'],
    ['one that comes twice', '2026-10-25T02:30', '2026-10-25T00:30 01:30'],
    ['the one they are set back to', '2026-10-25T02:00', '2026-10-25T00:00'],
    ['the one they are set back from', '2026-10-25T03:00', '2026-10-25T02:00'],
  ])('in Berlin: %s', (_title, shown, at) => {
    const [first, again] = at.split(' ');
    const last = again === undefined ? first : `2026-10-25T${again}`;
    expect([
      told(firstShowing(wall(shown), 'Europe/Berlin')),
      told(lastShowing(wall(shown), 'Europe/Berlin')),
    ]).toEqual([first, last]);
  });

  it.each([
    ['half an hour', 'Australia/Lord_Howe', '2026-04-05T01:45', 30],
    ['an hour', 'America/New_York', '2026-11-01T01:30', 60],
    ['nothing', 'Asia/Kathmandu', '2026-11-01T01:30', 0],
  ])('comes again after %s in %s', (_words, zone, shown, minutes) => {
    const again =
      lastShowing(wall(shown), zone) - firstShowing(wall(shown), zone);
    expect(again / MINUTE).toBe(minutes);
  });

  it('of a day that was left out is the moment the next one began', () => {
    const zone = 'Pacific/Apia';
    expect(told(firstShowing(wall('2011-12-30T12:00'), zone))).toBe(
      '2011-12-30T10:00',
    );
  });

  const zones = [
    ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'],
    ...['Asia/Kathmandu', 'America/Sao_Paulo', 'Africa/Casablanca'],
    ...['Pacific/Chatham', 'America/St_Johns', 'UTC', 'Africa/Cairo'],
  ];

  /** What clocks show, told by another library than the one in use. */
  const shownIn = (zone: string) => {
    const format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', calendar: 'iso8601' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric' },
    });
    return (at: number) => {
      const parts = Object.fromEntries(
        format.formatToParts(at).map(({ type, value }) => [type, +value]),
      );
      const { year, month, day, hour, minute } = parts;
      return Date.UTC(year, month - 1, day, hour, minute);
    };
  };

  const start = Date.UTC(2026, 0, 1);
  /** Days of 2026 with a change, and one without. */
  const interesting = zones.flatMap(zone => {
    const shown = shownIn(zone);
    const days = Array.from({ length: 364 }, (_, n) => start + n * 24 * HOUR);
    const changes = days.filter(
      day => shown(day + 24 * HOUR) - shown(day) !== 24 * HOUR,
    );
    return [...changes, Date.UTC(2026, 5, 10)].map(day => ({ zone, day }));
  });

  it('is found as by asking every minute, around every change of clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...interesting),
        fc.integer({ min: -6 * 60, max: 42 * 60 }),
        ({ zone, day }, minutes) => {
          const shown = shownIn(zone);
          const asked = shown(day) + minutes * MINUTE;
          const around = Array.from(
            { length: 6 * 60 },
            (_, n) => day + (minutes - 180 + n) * MINUTE,
          );
          const first = around.find(at => shown(at) >= asked);
          const last = around.filter(at => shown(at) < asked).pop()! + MINUTE;
          expect([
            told(firstShowing(asked, zone)),
            told(lastShowing(asked, zone)),
          ]).toEqual([told(first!), told(last)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is what clocks show', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 525_600 }),
        (zone, minutes) => {
          const at = start + minutes * MINUTE;
          expect(toLocal(at, zone)).toBe(shownIn(zone)(at));
        },
      ),
    );
  });
});

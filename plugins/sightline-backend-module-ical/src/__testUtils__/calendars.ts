import {
  AskContext,
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import {
  FakeWorld,
  startFakeWorld,
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { CalendarConfig } from '../reading/engine/CalendarConfig';
import { createIcalSource } from '../createIcalSource';

export const now = Date.parse('2026-11-22T03:00:00Z');

/** `20260105T090000Z`, from `2026-01-05T09:00`. */
const stamp = (time: string) => `${time.replace(/[-:]/g, '')}00Z`;

export const event = (
  title: string,
  [from, to]: readonly [from: string, to: string],
  ...lines: string[]
): string =>
  [
    ...['BEGIN:VEVENT', `UID:${title} ${from}`, `SUMMARY:${title}`],
    ...[`DTSTART:${stamp(from)}`, `DTEND:${stamp(to)}`, ...lines],
    'END:VEVENT',
  ].join('\r\n');

export const calendar = (...parts: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

export const sent = (
  body: string,
  headers: Record<string, string> = {},
): WorldAnswer => ({
  headers: { 'content-type': 'text/calendar', ...headers },
  body,
});

export type TestContext = AskContext & {
  losses: Record<string, number>;
  calls: number;
};

export const createContext = (lastGood?: number): TestContext => {
  const context: TestContext = {
    ...{ losses: {}, calls: 0, signal: new AbortController().signal },
    ...(lastGood !== undefined && { lastGood }),
    deadline: Number.MAX_SAFE_INTEGER,
    countCall: () => {
      context.calls += 1;
    },
    lost: (cause, count) => {
      context.losses[cause] = (context.losses[cause] ?? 0) + count;
    },
    evidence: () => {
      throw new Error('reports of who is on call carry none');
    },
  };
  return context;
};

const worlds: { stop(): Promise<void> }[] = [];

export const kept = <W extends { stop(): Promise<void> }>(world: W): W => {
  worlds.push(world);
  return world;
};

/** A server of calendars, by their paths, that ends with the test. */
export const startCalendars = async (
  feeds: Record<string, (request: WorldRequest) => WorldAnswer>,
): Promise<FakeWorld> =>
  kept(
    await startFakeWorld({
      answer: request =>
        feeds[request.url]?.(request) ?? { status: 404, body: '' },
    }),
  );

export const stopWorlds = () =>
  Promise.all(worlds.splice(0).map(world => world.stop()));

/** The source of the calendar at an address, with what is to be different. */
export const sourceOf = (
  url: string,
  settings: Partial<CalendarConfig> = {},
  time: () => number = () => now,
) =>
  createIcalSource(
    {
      ...{ id: 'ical:payments', roster: 'payments', title: 'Payments' },
      for: ['group:default/payments'],
      levels: [{ level: 1, url }],
      ...settings,
    },
    { now: time },
  );

/** What a test cannot go on without. */
export const rosterIn = (answer: Outcome<SourceReport>) => {
  if (answer.outcome !== 'ok') throw new Error(answer.fault.words);
  return answer.value.oncall!.rosters[0];
};

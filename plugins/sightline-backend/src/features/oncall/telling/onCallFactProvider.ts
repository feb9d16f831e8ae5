import {
  Evidence,
  FactDefinition,
  FactReading,
  FactValue,
  OnCallNow,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { FactProvider } from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../../platform/clock';
import { OnCallReader } from '../OnCallReader';

type Fact = Omit<FactDefinition, 'id'> & {
  /** undefined while it cannot be told */
  of(now: OnCallNow): FactValue | undefined;
};

const HOUR = 3_600_000;

const isKept = ({ origin }: OnCallNow) => origin.kind !== 'owners';

/** Of the coming 14 days; what lies beyond those that are listed is not counted. */
const gapHours = (now: OnCallNow): number | undefined => {
  if (now.gapsLeftOut !== undefined || !isKept(now)) return undefined;
  const end = toInstant(now.gapsUntil) ?? 0;
  const millis = now.gaps.reduce((sum, { from, until }) => {
    const begin = toInstant(from ?? now.at) ?? 0;
    return sum + Math.max(0, (toInstant(until ?? '') ?? end) - begin);
  }, 0);
  return Math.round((millis / HOUR) * 10) / 10;
};

const facts: Record<string, Fact> = {
  covered: {
    ...{ type: 'boolean', title: 'Somebody is on call' },
    description: 'Whether somebody of the first level is on call now',
    of: ({ state }) => state === 'covered',
  },
  state: {
    ...{ type: 'string', title: 'On call' },
    description: 'covered, gap, or nobody where there is nobody who ever is',
    of: ({ state }) => state,
  },
  kept: {
    ...{ type: 'boolean', title: 'Has a rotation' },
    description:
      'Whether somebody keeps who is on call: a rotation, a calendar, PagerDuty',
    of: isKept,
  },
  origin: {
    ...{ type: 'string', title: 'On call from' },
    description: 'rotation, ical, pagerduty, other or owners',
    of: ({ origin }) => origin.kind,
  },
  levels: {
    ...{ type: 'number', title: 'Levels of escalation', unit: 'count' },
    description: 'How many levels are asked one after the other',
    of: ({ levels }) => levels.length,
  },
  gapHours14d: {
    ...{ type: 'number', title: 'Hours without anybody', unit: 'hours' },
    description:
      'In the coming 14 days, of the first level; as far as it is known',
    of: gapHours,
  },
  reachable: {
    ...{ type: 'boolean', title: 'Can be reached' },
    description:
      'Whether the catalog knows how to reach everybody of the first level',
    of: ({ levels, state }) =>
      state === 'covered'
        ? levels
            .filter(({ level }) => level === 1)
            .flatMap(({ responders }) => responders)
            .every(({ contacts }) => contacts.length > 0)
        : undefined,
  },
  unknownUsers: {
    ...{ type: 'boolean', title: 'Names somebody unknown' },
    description:
      'Whether a gap of the coming 14 days is there because the catalog does not know who has the shift',
    of: now =>
      isKept(now)
        ? now.gaps.some(({ reason }) => reason === 'unknown-user')
        : undefined,
  },
};

const readingsOf = (now: OnCallNow, asked: Evidence): FactReading[] =>
  now.state === 'unknown'
    ? []
    : Object.entries(facts).flatMap(([name, { of }]) => {
        const value = of(now);
        const evidence = now.evidence ?? asked;
        return value === undefined
          ? []
          : [{ fact: `oncall.${name}`, value, evidence }];
      });

/** What scorecards and pages can know of who is on call. */
export const createOnCallFactProvider = (options: {
  reader: Pick<OnCallReader, 'ofServices'>;
  clock: Clock;
}): FactProvider => ({
  definitions: Object.entries(facts).map(
    ([name, { of: _, ...definition }]) => ({
      id: `oncall.${name}`,
      ...definition,
    }),
  ),

  async read(services) {
    const all = await options.reader.ofServices(services);
    const observedAt = toIso(options.clock());
    const asked = { source: 'catalog', observedAt, validFor: 600_000 };
    return new Map(
      [...all].map(([ref, now]) => [ref, readingsOf(now, asked)] as const),
    );
  },
});

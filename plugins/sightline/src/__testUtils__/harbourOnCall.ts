import {
  OnCallNow,
  Responder,
  Shift,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';

/** How the team of a service stands. */
export type OnCallScene =
  | 'covered'
  | 'gap'
  | 'later-level-only'
  | 'nobody'
  | 'owners'
  | 'unknown'
  | 'crowded'
  | 'overridden';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const people = {
  ana: ['ana.markovic', 'Ana Marković', 'Europe/Belgrade'],
  daniel: ['daniel.okonkwo', 'Daniel Okonkwo', 'America/New_York'],
  greta: ['greta.lindholm', 'Greta Lindholm', 'Europe/Stockholm'],
} as const;

const personOf = (who: keyof typeof people) => {
  const [name, shown, timeZone] = people[who];
  return {
    ref: `user:default/${name}`,
    name: shown,
    timeZone,
    contacts: [
      {
        kind: 'email' as const,
        label: `${name}@harbour.example`,
        href: `mailto:${name}@harbour.example`,
      },
      {
        kind: 'phone' as const,
        label: '+381 11 555 0142',
        href: 'tel:+381115550142',
      },
    ],
  };
};

const onDuty = (who: keyof typeof people, now: number): Responder => ({
  ...personOf(who),
  from: toIso(now - 6 * HOUR),
  until: toIso(now + 5.5 * HOUR),
});

const shift = (who: keyof typeof people, from: number): Shift => {
  const { ref, name, timeZone } = personOf(who);
  return {
    level: 1,
    person: { ref, name, timeZone },
    ...{ from: toIso(from), to: toIso(from + 8 * HOUR) },
  };
};

const gapAt = (from: number, hours: number, level = 1) => ({
  level,
  ...{ from: toIso(from), until: toIso(from + hours * HOUR) },
  reason: 'no-shift' as const,
  words: `Nobody is on call until ${toIso(from + hours * HOUR).slice(
    11,
    16,
  )} UTC: no shift covers it`,
});

/** From 02:00 to 06:00 nobody, every night. */
const nightly = (now: number) =>
  Array.from({ length: 14 }, (_, day) => {
    const midnight = Math.floor(now / DAY) * DAY + (day + 1) * DAY;
    const gap = gapAt(midnight + 2 * HOUR, 4);
    return {
      ...gap,
      words: `Nobody is on call from ${gap.from.slice(
        11,
        16,
      )} UTC until ${gap.until.slice(11, 16)} UTC: no shift covers it`,
    };
  });

const basis = (now: number): OnCallNow => ({
  team: { ref: 'group:default/payments', name: 'Payments' },
  at: toIso(now),
  state: 'covered',
  headline: 'Ana Marković is on call until 18:00 UTC',
  levels: [
    { level: 1, responders: [onDuty('ana', now)] },
    { level: 2, responders: [onDuty('greta', now)] },
  ],
  next: shift('daniel', now + 5.5 * HOUR),
  gaps: nightly(now),
  gapsUntil: toIso(now + 14 * DAY),
  owners: [],
  origin: { kind: 'rotation', where: 'rotations/payments.yaml' },
  warnings: [],
  evidence: {
    ...{ source: 'rotations', observedAt: toIso(now - 40_000) },
    validFor: 600_000,
  },
});

const scenes: Record<OnCallScene, (now: number) => Partial<OnCallNow>> = {
  covered: () => ({}),
  gap: now => ({
    state: 'gap',
    headline: 'Nobody is on call until 06:00 UTC',
    levels: [{ level: 1, responders: [], gap: gapAt(now - HOUR, 4) }],
    next: shift('ana', now + 3 * HOUR),
  }),
  'later-level-only': now => ({
    state: 'gap',
    headline:
      'Nobody is on call until 06:00 UTC; Ana Marković would be asked as level 3',
    levels: [
      { level: 1, responders: [], gap: gapAt(now - HOUR, 4) },
      { level: 2, responders: [], gap: gapAt(now - HOUR, 4, 2) },
      { level: 3, responders: [onDuty('ana', now)] },
    ],
    next: shift('daniel', now + 3 * HOUR),
  }),
  nobody: () => ({
    state: 'nobody',
    headline: 'Nobody is on call, now or later',
    levels: [],
    next: undefined,
    owners: [],
    warnings: ['The rotation has no members'],
  }),
  owners: () => ({
    ...{ state: 'nobody', headline: 'Nobody is on call', levels: [] },
    ...{ next: undefined, gaps: [], evidence: undefined },
    owners: [personOf('ana'), personOf('daniel'), personOf('greta')],
    origin: { kind: 'owners', where: 'members of Payments in the catalog' },
  }),
  unknown: now => ({
    state: 'unknown',
    headline:
      'Nobody can tell who is on call: The calendar says nothing after 2026-11-20T00:00:00.000Z',
    unknown: unknown(
      'no-data',
      'The calendar says nothing after 2026-11-20T00:00:00.000Z',
    ),
    ...{ levels: [], gaps: [], next: undefined, gapsUntil: toIso(now) },
    origin: { kind: 'ical', where: 'Payments, shared calendar' },
  }),
  crowded: now => ({
    levels: [
      { level: 1, responders: [onDuty('ana', now)], beyond: 12 },
      ...[2, 3, 4, 5].map(level => ({
        level,
        responders: [onDuty('daniel', now), onDuty('greta', now)],
      })),
    ],
    warnings: [
      'h.lindqvist has shifts, and is not in the catalog',
      'Two overrides overlap; the one made last wins',
    ],
  }),
  overridden: now => ({
    headline: 'Daniel Okonkwo is on call until 18:00 UTC',
    levels: [
      {
        level: 1,
        responders: [
          {
            ...onDuty('daniel', now),
            override: { id: 'o-1', reason: 'Ana is at the dentist' },
          },
        ],
      },
    ],
  }),
};

/** Who answers for Payments, in one of the ways it can stand. */
export const harbourOnCall = (
  scene: OnCallScene = 'covered',
  now = NOON,
): OnCallNow => ({ ...basis(now), ...scenes[scene](now) });

/** Teams beside Payments; one of them has nobody. */
export const harbourTeams = (now = NOON): OnCallNow[] =>
  [
    ['checkout', 'Samuel Adeyemi is on call until Mon 09:00 Europe/London'],
    ['storefront', 'Ingrid Solheim is on call until Mon 10:00 Europe/Oslo'],
    ['insights', 'Nobody is on call, now or later'],
  ].map(([name, headline]) => ({
    ...basis(now),
    team: { ref: `group:default/${name}`, name },
    state: headline.startsWith('Nobody') ? 'nobody' : 'covered',
    headline,
  }));

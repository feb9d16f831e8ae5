import {
  ana,
  at,
  ben,
  chloe,
  dan,
  layer,
  override,
  rotation,
} from './__testUtils__/rotations';
import { headline, stateOf } from './headline';
import type { OnCallLevel } from './model';
import type { FindPerson, Person } from './person';
import type { Rotation } from './rotation/model';
import { rotationNow } from './rotationNow';

const people: Person[] = [
  {
    ...{ ref: ana, name: 'Ana Marković', timeZone: 'Europe/Belgrade' },
    contacts: [
      {
        kind: 'email',
        label: 'ana@harbour.example',
        href: 'mailto:ana@harbour.example',
      },
    ],
  },
  { ref: chloe, name: 'Chloé Marchand', contacts: [] },
  { ref: dan, name: 'Dan Okonkwo', contacts: [] },
];

const person: FindPerson = ref => people.find(one => one.ref === ref);

const now = (asked: Rotation, moment: string) =>
  rotationNow(asked, {
    ...{ at: at(moment), person, warnings: ['Ben is unknown'] },
    team: { ref: 'group:default/payments', name: 'Payments' },
    origin: { kind: 'rotation', where: 'rotations/payments.yaml' },
  });

const days = layer({
  ...{ name: 'day', members: [ana] },
  hours: [{ from: '06:00', to: '18:00' }],
});
const late = layer({
  ...{ name: 'late', members: [dan] },
  hours: [{ from: '18:00', to: '02:00' }],
});
const utc = { timeZone: 'UTC' };

describe('rotationNow', () => {
  it('says who is on call, until when, who is next, and which gaps come', () => {
    const { gaps, ...answer } = now(
      rotation([days, late], utc),
      '2026-11-21T12:00Z',
    );
    expect(answer).toEqual({
      team: { ref: 'group:default/payments', name: 'Payments' },
      at: '2026-11-21T12:00:00.000Z',
      state: 'covered',
      headline: 'Ana Marković is on call until 18:00 UTC',
      levels: [
        {
          level: 1,
          responders: [
            {
              ...people[0],
              from: '2026-11-21T06:00:00.000Z',
              until: '2026-11-21T18:00:00.000Z',
            },
          ],
        },
      ],
      next: {
        level: 1,
        person: { ref: dan, name: 'Dan Okonkwo' },
        from: '2026-11-21T18:00:00.000Z',
        to: '2026-11-22T02:00:00.000Z',
      },
      gapsUntil: '2026-12-05T12:00:00.000Z',
      owners: [],
      origin: { kind: 'rotation', where: 'rotations/payments.yaml' },
      warnings: ['Ben is unknown'],
    });
    expect([gaps.length, gaps[0]]).toEqual([
      14,
      {
        ...{ level: 1, reason: 'no-shift' },
        from: '2026-11-22T02:00:00.000Z',
        until: '2026-11-22T06:00:00.000Z',
        words:
          'Nobody is on call from Sun 02:00 UTC until Sun 06:00 UTC: no shift covers it',
      },
    ]);
  });

  it('puts the gap first, whoever would be asked later', () => {
    const levels = [
      { level: 1, layers: [days, late] },
      { level: 3, layers: [layer({ members: [chloe] })] },
    ];
    const answer = now(
      rotation([], {
        ...utc,
        versions: [{ from: '2026-01-01T00:00:00Z', levels }],
      }),
      '2026-11-21T03:00Z',
    );
    expect([answer.state, answer.headline]).toEqual([
      'gap',
      'Nobody is on call until 06:00 UTC; Chloé Marchand would be asked as level 3',
    ]);
    expect(answer.levels[0]).toEqual({
      ...{ level: 1, responders: [] },
      gap: {
        ...{ level: 1, reason: 'no-shift' },
        from: '2026-11-21T02:00:00.000Z',
        until: '2026-11-21T06:00:00.000Z',
        words: 'Nobody is on call until 06:00 UTC: no shift covers it',
      },
    });
    expect(answer.next?.person.name).toBe('Ana Marković');
  });

  it('says who should be on call and is not known', () => {
    const answer = now(
      rotation([layer({ members: [ana, ben] })]),
      '2026-03-25T12:00Z',
    );
    expect([answer.headline, answer.gaps.map(({ words }) => words)]).toEqual([
      'Nobody is on call until Mon 09:00 Europe/Berlin, as the one who should be is unknown',
      [
        'Nobody is on call until Mon 09:00 Europe/Berlin: user:default/ben has the shift, and is not in the catalog',
        'Nobody is on call from 2026-04-06 09:00 Europe/Berlin: user:default/ben has the shift, and is not in the catalog',
      ],
    ]);
  });

  it('says that somebody is there for once, and why', () => {
    const overrides = [
      override(dan, ['2026-03-25T00:00Z', '2026-03-26T00:00Z'], {
        ...{ reason: 'Ana is ill', madeBy: chloe },
      }),
    ];
    const { levels } = now(
      rotation([layer({ members: [ana] })], { overrides }),
      '2026-03-25T12:00Z',
    );
    expect(levels[0].responders[0].override).toEqual({
      ...{ id: overrides[0].id, reason: 'Ana is ill', madeBy: chloe },
    });
  });

  it.each<[string, Rotation]>([
    ['in whose layers nobody is', rotation([layer({ members: [] })])],
    ['that has no version', rotation([], { versions: [] })],
  ])('says that nobody ever is, of a rotation %s', (_title, asked) => {
    const { state, headline: words } = now(asked, '2026-11-21T12:00Z');
    expect([state, words]).toEqual([
      'nobody',
      'Nobody is on call, now or later',
    ]);
  });
});

describe('the headline', () => {
  const seen = { at: at('2026-11-21T03:00Z'), timeZone: 'UTC' };
  const responder = (name: string, until?: string) => ({
    ...{ ref: `user:default/${name}`, name, contacts: [] },
    ...(until && { until }),
  });

  it.each<[string, OnCallLevel[], string, string]>([
    [
      'names several who are on call at once, until the first leaves',
      [
        {
          level: 1,
          responders: [
            responder('Ana', '2026-11-21T09:00:00.000Z'),
            responder('Dan', '2026-11-21T06:00:00.000Z'),
          ],
          beyond: 3,
        },
      ],
      'covered',
      'Ana, Dan and 3 more are on call until 06:00 UTC',
    ],
    [
      'takes a first level that is not there for a gap',
      [{ level: 3, responders: [responder('Chloé')] }],
      'gap',
      'Nobody is on call; Chloé would be asked as level 3',
    ],
    ['without levels', [], 'nobody', 'Nobody is on call, now or later'],
  ])('%s', (_title, levels, state, words) => {
    expect([stateOf(levels), headline(levels, seen)]).toEqual([state, words]);
  });
});

import { finalShifts } from '@sightline/backstage-plugin-sightline-common';
import { readRotations } from './readRotations';
import { unknownUsers } from './unknownUsers';

const document = (spec: string, name = 'payments') => `
apiVersion: sightline.dev/v1
kind: Rotation
metadata:
  name: ${name}
spec:
  team: ${name}
  timezone: Europe/Berlin
${spec.replace(/^/gm, '  ')}
`;

const one = (spec: string) => {
  const { rotations, problems } = readRotations(document(spec));
  expect(problems).toEqual([]);
  return rotations[0];
};

const problemsOf = (spec: string) =>
  readRotations(document(spec)).problems.map(
    ({ line, path = '-', words }) => `${line} ${path}: ${words}`,
  );

const warningsOf = (spec: string) =>
  one(spec).warnings.map(
    ({ line, path = '-', words }) => `${line} ${path}: ${words}`,
  );

const mondays = 'handover: Mon 09:00';
const members = 'members: [ana, ben]';
const simple = `from: 2026-01-05\n${mondays}\n${members}`;

describe('a rotation in YAML', () => {
  it('is one version with one layer in its shortest form', () => {
    expect(one(simple).rotation).toEqual({
      ...{ id: 'rotation:default/payments', title: 'payments' },
      ...{ team: 'group:default/payments', timeZone: 'Europe/Berlin' },
      versions: [
        {
          from: '2026-01-05T08:00:00.000Z',
          levels: [
            {
              level: 1,
              layers: [
                {
                  name: 'layer 1',
                  members: ['user:default/ana', 'user:default/ben'],
                  handover: {
                    ...{ unit: 'week', every: 1, on: 1, at: '09:00' },
                    anchor: '2026-01-05 09:00:00',
                  },
                },
              ],
            },
          ],
        },
      ],
      overrides: [],
    });
  });

  it.each([
    ['daily 09:00', { unit: 'day', every: 1, at: '09:00' }],
    ['every 3 days 21:30', { unit: 'day', every: 3, at: '21:30' }],
    ['weekly fri 12:00', { unit: 'week', every: 1, on: 5, at: '12:00' }],
    ['Friday 12:00', { unit: 'week', every: 1, on: 5, at: '12:00' }],
    ['every 2 weeks Mon 09:00', { unit: 'week', every: 2, on: 1, at: '09:00' }],
    ['monthly 31 09:00', { unit: 'month', every: 1, on: 31, at: '09:00' }],
    [
      'every 3 months 1st 09:00',
      { unit: 'month', every: 3, on: 1, at: '09:00' },
    ],
  ])('hands over %s', (text, handover) => {
    const { rotation } = one(`from: 2026-01-05\nhandover: ${text}\n${members}`);
    expect(rotation.versions[0].levels[0].layers[0].handover).toEqual({
      ...handover,
      anchor: `2026-01-05 ${handover.at}:00`,
    });
  });

  it.each([
    ['18:00-02:00', { from: '18:00', to: '02:00' }],
    [
      'Mon-Fri 09:00 - 17:00',
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    ],
    ['Sat,Sun 00:00-24:00', { days: [6, 7], from: '00:00', to: '24:00' }],
    ['Fri-Mon 20:00-06:00', { days: [1, 5, 6, 7], from: '20:00', to: '06:00' }],
  ])('serves %s', (text, hours) => {
    const { rotation } = one(`${simple}\nhours: ${text}`);
    expect(rotation.versions[0].levels[0].layers[0].hours).toEqual([hours]);
  });

  it('has shifts that each begin their turns with their hours', () => {
    const { rotation } = one(
      `from: 2026-01-05\nhandover: daily\nshifts:\n- { hours: '06:00-18:00', members: [ana, ben] }\n- { hours: '18:00-02:00', members: [dan] }`,
    );
    const [{ from, levels }] = rotation.versions;
    expect(from).toBe('2026-01-05T05:00:00.000Z');
    expect(
      levels[0].layers.map(({ name, handover }) => [name, handover]),
    ).toEqual([
      [
        'shift 1',
        { unit: 'day', every: 1, at: '06:00', anchor: '2026-01-05 06:00:00' },
      ],
      [
        'shift 2',
        { unit: 'day', every: 1, at: '18:00', anchor: '2026-01-05 18:00:00' },
      ],
    ]);
  });

  it('has levels, layers, versions and overrides', () => {
    const { rotation, users } = one(`
versions:
- from: 2026-01-05
  levels:
  - level: 1
    layers:
    - { name: primary, ${mondays}, ${members} }
    - { name: Sydney, timezone: Australia/Sydney, hours: '08:00-16:00', members: [cy] }
  - { level: 2, members: [user:staff/eve] }
- from: 2026-03-04 12:00
  ${mondays}
  members: [ana, cy, ben]
overrides:
- { user: dan, from: 2026-02-01, to: 2026-02-02 12:00, reason: Ana is ill }
`);
    expect(
      rotation.versions.map(({ from, levels }) => [
        from,
        levels.map(({ level, layers }) => [
          level,
          layers.map(({ name, members: who }) => `${name}: ${who}`),
        ]),
      ]),
    ).toEqual([
      [
        '2026-01-05T08:00:00.000Z',
        [
          [
            1,
            [
              'primary: user:default/ana,user:default/ben',
              'Sydney: user:default/cy',
            ],
          ],
          [2, ['layer 1: user:staff/eve']],
        ],
      ],
      [
        '2026-03-04T11:00:00.000Z',
        [[1, ['layer 1: user:default/ana,user:default/cy,user:default/ben']]],
      ],
    ]);
    expect(rotation.overrides).toEqual([
      {
        ...{ id: 'rotation:default/payments#1', level: 1 },
        ...{ user: 'user:default/dan', reason: 'Ana is ill' },
        from: '2026-01-31T23:00:00.000Z',
        to: '2026-02-02T11:00:00.000Z',
      },
    ]);
    expect(users.map(({ ref, path }) => `${ref} ${path}`)).toEqual([
      'user:default/ana spec.versions[0].levels[0].layers[0].members[0]',
      'user:default/ben spec.versions[0].levels[0].layers[0].members[1]',
      'user:default/cy spec.versions[0].levels[0].layers[1].members[0]',
      'user:staff/eve spec.versions[0].levels[1].members[0]',
      'user:default/dan spec.overrides[0].user',
    ]);
  });

  it('counts turns from a start of its own', () => {
    const { rotation } = one(`${simple}\nstart: 2026-01-12`);
    const from = Date.parse('2026-01-05T08:00:00Z');
    const weeks = finalShifts(rotation, { from, to: from + 14 * 86_400_000 });
    expect(weeks.map(({ user }) => user)).toEqual([
      'user:default/ben',
      'user:default/ana',
    ]);
  });

  it('begins at one moment for all its layers, wherever they are', () => {
    const { rotation } = one(
      `from: 2026-01-05 20:00\nlayers:\n- { ${mondays}, ${members} }\n- { ${mondays}, ${members}, timezone: Asia/Tokyo }`,
    );
    const { from, levels } = rotation.versions[0];
    expect([
      from,
      ...levels[0].layers.map(({ handover }) => handover.anchor),
    ]).toEqual([
      '2026-01-05T19:00:00.000Z',
      '2026-01-05 20:00:00',
      '2026-01-06 04:00:00',
    ]);
  });
});

describe('a mistake in a rotation is named with line, path and what to write', () => {
  it.each([
    [
      'members: [ana]',
      '6 spec.from: from is missing; write the date from which it holds, such as 2026-01-05',
    ],
    [
      `from: soon\n${mondays}\n${members}`,
      '9 spec.from: from is "soon"; write the date from which it holds, such as 2026-01-05',
    ],
    [
      `from: 2026-02-31\n${mondays}\n${members}`,
      '9 spec.from: from is "2026-02-31"; write the date from which it holds, such as 2026-01-05',
    ],
    [
      `from: 2026-01-05\n${members}`,
      '6 spec.handover: handover is missing; write daily 09:00, every 3 days 09:00, Mon 09:00, every 2 weeks Mon 09:00 or monthly 1 09:00',
    ],
    [
      `from: 2026-01-05\nhandover: Mon 9:00\n${members}`,
      '10 spec.handover: handover is "Mon 9:00"; write daily 09:00, every 3 days 09:00, Mon 09:00, every 2 weeks Mon 09:00 or monthly 1 09:00',
    ],
    [
      `from: 2026-01-05\nhandover: every 0 days 09:00\n${members}`,
      '10 spec.handover: handover is "every 0 days 09:00"; write daily 09:00, every 3 days 09:00, Mon 09:00, every 2 weeks Mon 09:00 or monthly 1 09:00',
    ],
    [
      `${simple}\nhours: [Mon 09:00-17:00, all day]`,
      '12 spec.hours[1]: hours is "all day"; write hours such as 18:00-02:00 or Mon-Fri 09:00-17:00',
    ],
    [
      `from: 2026-01-05\n${mondays}`,
      '6 spec.members: members is missing; write a list of users, or shifts or layers instead',
    ],
    [
      `${simple}\nlayers: []`,
      '12 spec.layers: layers stands beside members; leave one of them out',
    ],
    [
      `${simple}\nversions: []`,
      '9 spec.from: from stands beside versions; write it into each of them',
    ],
    [
      `from: 2026-01-05\nlevels: [{ level: 2, members: [ana] }]`,
      '10 spec.levels: levels has no level 1, which is asked first; write one',
    ],
    [
      `from: 2026-01-05\nlevels: [{ level: 1, members: [ana] }, { level: 1, members: [ben] }]`,
      '10 spec.levels[1].level: level 1 is there twice; write its layers into one',
    ],
    [
      `from: 2026-01-05\n${mondays}\nmembers: [group:default/payments]`,
      "11 spec.members[0]: 'group:default/payments' is no user; write a name such as ana.markovic, or user:default/ana.markovic",
    ],
    [
      `${simple}\nmembrs: []`,
      "12 spec.membrs: membrs is no key that is known here; did you mean 'members'?",
    ],
    [
      `${simple}\noverrides: [{ user: ana, from: today, to: 2026-01-06 }]`,
      '12 spec.overrides[0].from: from is "today"; write a date and time such as 2026-01-05 09:00',
    ],
  ])('%j', (spec, problem) => {
    expect(problemsOf(spec)).toEqual([problem]);
  });

  it('a time zone that is none', () => {
    const text = document(simple).replace('Europe/Berlin', 'Berlin');
    expect(readRotations(text)).toEqual({
      rotations: [],
      problems: [
        {
          ...{ line: 8, path: 'spec.timezone' },
          rotation: 'rotation:default/payments',
          words:
            'timezone is "Berlin"; write an IANA time zone such as Europe/Berlin',
        },
      ],
    });
  });

  it('spoils no other rotation of the file', () => {
    const text = [
      document(simple, 'orders'),
      document(`from: 2026-01-05\n${members}`, 'search'),
      'kind: Rotation',
      document(simple, 'twice'),
      document(simple, 'twice'),
      '{ no: yaml',
    ].join('\n---\n');
    const { rotations, problems } = readRotations(text);
    expect(rotations.map(({ rotation }) => rotation.id)).toEqual([
      'rotation:default/orders',
    ]);
    expect(problems.map(({ rotation, words }) => [rotation, words])).toEqual([
      [
        'rotation:default/search',
        expect.stringContaining('handover is missing'),
      ],
      [undefined, expect.stringContaining('This document is no rotation')],
      [
        'rotation:default/twice',
        'rotation:default/twice is in this file twice; give them names of their own',
      ],
      [undefined, expect.stringContaining('This is not YAML')],
    ]);
  });
});

describe('what is most likely not meant is a warning', () => {
  it.each([
    [
      'from: 2026-01-05\nmembers: []',
      '10 spec.members: Nobody is in it: where no other layer serves, nobody is on call',
    ],
    [
      `${simple}\noverrides:\n- { user: ben, from: 2026-01-06, to: 2026-01-08 }\n- { user: cy, from: 2026-01-07, to: 2026-01-09 }`,
      '14 spec.overrides[1]: This override overlaps with number 1 of the list; while both last, this one holds',
    ],
    [
      `${simple}\noverrides:\n- { user: ben, from: 2026-01-06, to: 2026-01-05 }`,
      '13 spec.overrides[0].to: This override ends at 2026-01-05, before it begins; it is passed over',
    ],
  ])('%j', (spec, warning) => {
    expect(warningsOf(spec)).toEqual([warning]);
  });

  it('users whom the catalog does not know, with whom may be meant', () => {
    const read = one(`${simple.replace('ben', 'ben.odya')}\nstart: 2026-01-05`);
    const catalog = new Set(['user:default/ana', 'user:default/ben.oduya']);
    expect(unknownUsers(read, catalog)).toEqual([
      {
        ...{ line: 11, path: 'spec.members[1]' },
        words:
          'user:default/ben.odya is not in the catalog, so nobody is on call in the shifts of user:default/ben.odya; did you mean user:default/ben.oduya?',
      },
    ]);
  });
});

import {
  finalShifts,
  Rotation,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { day, START as monday } from '../../__testUtils__/onCallWorld';
import { readRotations } from '../engine/readRotations';
import { joinEditions } from './joinEditions';
import { joinVersions } from './joinVersions';

const rotation = (
  members: string,
  { from = '2026-11-01', timezone = 'UTC', name = 'payments' } = {},
): Rotation =>
  readRotations(`apiVersion: sightline.dev/v1
kind: Rotation
metadata: { name: ${name} }
spec:
  team: payments
  timezone: ${timezone}
  from: ${from}
  handover: daily 00:00
  members: [${members}]
`).rotations[0].rotation;

const midnight = monday - (monday % day);

/** Whose day it is, from yesterday on. */
const days = (joined: Rotation | undefined, count = 5) =>
  Array.from({ length: count }, (_, number) => {
    const from = midnight + (number - 1) * day;
    const shifts = joined ? finalShifts(joined, { from, to: from + day }) : [];
    return shifts
      .map(({ user, from: begin }) => {
        const hours = (begin - from) / 3_600_000;
        return `${user.split('/')[1]}${hours ? ` from ${hours}` : ''}`;
      })
      .join(', ');
  });

describe('joinVersions', () => {
  const noon = midnight + day / 2;

  it('believes the first edition about all time', () => {
    const joined = joinVersions([{ since: noon, rotation: rotation('ana') }]);
    expect(days(joined)).toEqual(['ana', 'ana', 'ana', 'ana', 'ana']);
  });

  it('lets a later one hold from the moment it was found, and nothing before', () => {
    const joined = joinVersions([
      { since: midnight - 9 * day, rotation: rotation('ana') },
      { since: noon, rotation: rotation('chloe, ben') },
    ]);
    expect(days(joined)).toEqual([
      ...['ana', 'ana, ben from 12', 'chloe', 'ben', 'chloe'],
    ]);
  });

  it('keeps the one before until the later one begins', () => {
    const joined = joinVersions([
      { since: 0, rotation: rotation('ana') },
      { since: noon, rotation: rotation('ben', { from: '2026-11-18' }) },
    ]);
    expect(days(joined)).toEqual(['ana', 'ana', 'ana', 'ben', 'ben']);
  });

  it('forgets what was only planned and is planned no more', () => {
    const joined = joinVersions([
      { since: 0, rotation: rotation('ana') },
      { since: noon - 1, rotation: rotation('ben', { from: '2026-11-18' }) },
      { since: noon, rotation: rotation('chloe', { from: '2026-11-19' }) },
    ]);
    expect(days(joined)).toEqual(['ana', 'ana', 'ana', 'ana', 'chloe']);
  });

  it('has nobody while it is withdrawn, and goes on when it is back', () => {
    const joined = joinVersions([
      { since: 0, rotation: rotation('ana') },
      { since: midnight },
      { since: midnight + 2 * day, rotation: rotation('ben') },
    ]);
    expect(days(joined)).toEqual(['ana', '', '', 'ben', 'ben']);
  });

  it('leaves the clocks of the past alone when the zone becomes another', () => {
    const joined = joinVersions([
      { since: 0, rotation: rotation('ana, ben') },
      {
        since: midnight + day,
        rotation: rotation('chloe', { timezone: 'Asia/Kathmandu' }),
      },
    ]);
    expect(days(joined, 3)).toEqual(['ana', 'ben', 'chloe']);
  });

  it('cuts overrides of a file where the file says something else', () => {
    const override = {
      ...{ id: 'o', level: 1, user: 'user:default/dan' },
      ...{ from: toIso(midnight), to: toIso(midnight + 2 * day) },
    };
    const with_ = { ...rotation('ana'), overrides: [override] };
    const taken = [
      { since: 0, rotation: with_ },
      { since: noon, rotation: rotation('ana') },
    ];
    expect(days(joinVersions(taken), 3)).toEqual([
      ...['ana', 'dan, ana from 12', 'ana'],
    ]);
    const made = [
      { since: 0, rotation: rotation('ana') },
      { since: noon, rotation: with_ },
    ];
    expect(days(joinVersions(made), 3)).toEqual([
      ...['ana', 'ana, dan from 12', 'dan'],
    ]);
  });

  it('is nothing where there never was one', () => {
    expect(joinVersions([])).toBeUndefined();
    expect(joinVersions([{ since: 0 }])).toBeUndefined();
  });
});

describe('joinEditions', () => {
  const place = 'a.yaml';

  it('lets a rotation go on under another name', () => {
    const first = rotation('ana');
    const second = rotation('ben', { name: 'cards' });
    const joined = joinEditions([
      {
        id: first.id,
        editions: [{ since: 0, rotation: first, place }, { since: midnight }],
      },
      {
        id: second.id,
        editions: [{ since: midnight, rotation: second, place: 'b.yaml' }],
      },
    ]).get('group:default/payments');
    expect(days(joined?.rotation, 3)).toEqual(['ana', 'ben', 'ben']);
    expect(joined).toMatchObject({ place: 'b.yaml', others: [] });
  });

  it('takes the first by name of several, and names the others', () => {
    const editions = ['zebra', 'cards'].map(name => {
      const one = rotation(name, { name });
      return { id: one.id, editions: [{ since: 0, rotation: one, place }] };
    });
    const joined = joinEditions(editions).get('group:default/payments');
    expect(days(joined?.rotation, 1)).toEqual(['cards']);
    expect(joined?.others).toEqual(['rotation:default/zebra']);
  });

  it('ends for a team when its rotation becomes another team’s', () => {
    const first = rotation('ana');
    const moved = { ...rotation('ben'), team: 'group:default/cards' };
    const joined = joinEditions([
      {
        id: first.id,
        editions: [
          { since: 0, rotation: first, place },
          { since: midnight, rotation: moved, place },
        ],
      },
    ]);
    expect(days(joined.get('group:default/payments')?.rotation, 2)).toEqual([
      ...['ana', ''],
    ]);
    expect(days(joined.get('group:default/cards')?.rotation, 2)).toEqual([
      ...['ben', 'ben'],
    ]);
  });
});

import {
  ana,
  at,
  ben,
  day,
  layer,
  mondays,
  rotation,
  short,
  told,
} from '../__testUtils__/rotations';
import type { Rotation } from './model';
import { nextShift, onCallAt } from './onCallAt';

const shown = (asked: Rotation, moment: string) =>
  onCallAt(asked, at(moment)).map(({ level, slot, from, until }) => {
    const who = 'user' in slot && slot.user ? slot.user.split('/')[1] : '-';
    const times = [from, until].map(one => (one ? short(one) : 'open'));
    return `${level} ${who} ${times.join(' ')}`;
  });

const nextOf = (asked: Rotation, moment: string) => {
  const next = nextShift(asked, { after: at(moment) });
  return next && told(next);
};

describe('onCallAt', () => {
  it.each([
    ['the first instant of a shift', '2026-03-23T08:00:00.000Z', 'ben'],
    ['the last one before the hand-over', '2026-03-30T06:59:59.999Z', 'ben'],
  ])('holds %s', (_title, moment, name) => {
    expect(shown(rotation([layer()]), moment)).toEqual([
      `1 ${name} 2026-03-23T08:00Z 2026-03-30T07:00Z`,
    ]);
  });

  it('hands over at the very instant', () => {
    expect(shown(rotation([layer()]), '2026-03-30T07:00:00Z')).toEqual([
      '1 ana 2026-03-30T07:00Z 2026-04-06T07:00Z',
    ]);
  });

  it('finds both ends of a turn of three months', () => {
    const quarters = layer({
      handover: { ...mondays, unit: 'month', every: 3, on: 1 },
    });
    expect(shown(rotation([quarters]), '2026-08-20T00:00Z')).toEqual([
      '1 ana 2026-07-01T07:00Z 2026-10-01T07:00Z',
    ]);
  });

  it('leaves the end open of one who is always on call', () => {
    expect(
      shown(rotation([layer({ members: [ana] })]), '2027-08-20T00:00Z'),
    ).toEqual(['1 ana open open']);
  });

  it('says nothing where there is no rotation', () => {
    expect(shown(rotation([], { versions: [] }), '2026-08-20T00:00Z')).toEqual(
      [],
    );
  });
});

describe('nextShift', () => {
  it.each([
    [
      'after a shift',
      layer(),
      '2026-03-23T08:00Z',
      'ana 2026-03-30T07:00Z 2026-04-06T07:00Z 168 h',
    ],
    [
      'in a gap',
      layer({ hours: [{ days: [6], from: '09:00', to: '17:00' }] }),
      '2026-03-23T08:00Z',
      'ben 2026-03-28T08:00Z 2026-03-28T16:00Z 8 h',
    ],
    [
      'across a quarter',
      layer({ handover: { ...mondays, unit: 'month', every: 3, on: 1 } }),
      '2026-08-20T00:00Z',
      'ben 2026-10-01T07:00Z 2027-01-01T08:00Z 2209 h',
    ],
    [
      'of one who is always on call',
      layer({ members: [ana] }),
      '2026-08-20T00:00Z',
      undefined,
    ],
    ['where nobody is', layer({ members: [] }), '2026-08-20T00:00Z', undefined],
  ])('%s', (_title, only, moment, next) => {
    expect(nextOf(rotation([only]), moment)).toBe(next);
  });

  it('passes over somebody who is not known', () => {
    const next = nextShift(
      rotation([layer()]),
      { after: at('2026-03-23T08:00Z') - 7 * day },
      ref => ref !== ben,
    );
    expect(next && told(next)).toBe(
      'ana 2026-03-30T07:00Z 2026-04-06T07:00Z 168 h',
    );
  });
});

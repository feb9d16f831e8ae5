import {
  ana,
  at,
  ben,
  chloe,
  dan,
  day,
  layer,
  mondays,
  override,
  rotation,
  told,
} from '../__testUtils__/rotations';
import { finalShifts, gapsWithin } from './finalShifts';
import type { Override, Rotation, RotationLayer } from './model';
import { slotsWithin } from './slots';

const week = { from: at('2026-01-05T08:00Z'), to: at('2026-01-12T08:00Z') };
const night: RotationLayer = layer({
  ...{ name: 'night', members: [chloe] },
  hours: [{ from: '22:00', to: '06:00' }],
});
const utc = { timeZone: 'UTC' };

const slotsOf = (asked: Rotation, range = week) =>
  slotsWithin(asked, range).slots.map(told);

describe('layers and overrides', () => {
  it('let a later layer win over those before it', () => {
    const range = {
      from: at('2026-01-06T00:00Z'),
      to: at('2026-01-07T00:00Z'),
    };
    expect(slotsOf(rotation([layer(), night], utc), range)).toEqual([
      'chloe 2026-01-06T00:00Z 2026-01-06T06:00Z 6 h',
      'ana 2026-01-06T06:00Z 2026-01-06T22:00Z 16 h',
      'chloe 2026-01-06T22:00Z 2026-01-07T00:00Z 2 h',
    ]);
  });

  it('let an override win over all layers, and give back afterwards', () => {
    const overrides = [
      override(dan, ['2026-01-06T20:00Z', '2026-01-06T23:00Z']),
    ];
    const range = {
      from: at('2026-01-06T12:00Z'),
      to: at('2026-01-07T12:00Z'),
    };
    expect(
      slotsOf(rotation([layer(), night], { ...utc, overrides }), range),
    ).toEqual([
      'ana 2026-01-06T12:00Z 2026-01-06T20:00Z 8 h',
      'dan 2026-01-06T20:00Z 2026-01-06T23:00Z 3 h',
      'chloe 2026-01-06T23:00Z 2026-01-07T06:00Z 7 h',
      'ana 2026-01-07T06:00Z 2026-01-07T12:00Z 6 h',
    ]);
  });

  it.each<[string, Partial<Override>, Partial<Override>, string]>([
    [
      'the one that was made last, wherever it stands',
      { madeAt: '2026-01-03T00:00Z' },
      { madeAt: '2026-01-02T00:00Z' },
      'chloe dan',
    ],
    ['in a file the later one', {}, {}, 'chloe ben'],
    [
      'one made in the portal over those of a file',
      { madeAt: '2026-01-03T00:00Z' },
      {},
      'chloe dan',
    ],
  ])('let of two overrides win %s', (_title, first, second, names) => {
    const overrides = [
      override(dan, ['2026-01-06T00:00Z', '2026-01-08T00:00Z'], first),
      override(ben, ['2026-01-07T00:00Z', '2026-01-09T00:00Z'], second),
    ];
    const only = rotation([layer({ members: [chloe] })], { overrides });
    const shown = (moment: string) => {
      const range = { from: at(moment), to: at(moment) + 1 };
      return finalShifts(only, range)[0].user.split('/')[1];
    };
    expect(`${shown('2026-01-05T12:00Z')} ${shown('2026-01-07T12:00Z')}`).toBe(
      names,
    );
  });

  it('hold on the level they are made for, and leave others alone', () => {
    const levels = [
      { level: 1, layers: [layer({ members: [ana] })] },
      { level: 2, layers: [layer({ members: [ben] })] },
    ];
    const two = rotation([], {
      versions: [{ from: '2026-01-01T00:00Z', levels }],
      overrides: [
        override(dan, ['2026-01-06T00:00Z', '2026-01-07T00:00Z'], { level: 2 }),
      ],
    });
    expect(
      slotsWithin(two, week).slots.map(s => `${s.level} ${told(s)}`),
    ).toEqual([
      '1 ana 2026-01-05T08:00Z 2026-01-12T08:00Z 168 h',
      '2 ben 2026-01-05T08:00Z 2026-01-06T00:00Z 16 h',
      '2 dan 2026-01-06T00:00Z 2026-01-07T00:00Z 24 h',
      '2 ben 2026-01-07T00:00Z 2026-01-12T08:00Z 128 h',
    ]);
  });

  it('say where a shift comes from', () => {
    const dans = override(dan, ['2026-01-06T00:00Z', '2026-01-12T08:00Z']);
    expect(
      finalShifts(rotation([layer()], { overrides: [dans] }), week).map(
        ({ by }) => by,
      ),
    ).toEqual([{ layer: 'primary' }, { override: dans.id }]);
  });

  it.each([
    ['ends before it begins', ['2026-01-08T00:00Z', '2026-01-07T00:00Z']],
    ['has no date', ['soon', 'later']],
  ] as const)('pass over an override that %s', (_title, times) => {
    const overrides = [override(dan, times)];
    expect(slotsOf(rotation([layer()], { overrides }))).toEqual([
      'ana 2026-01-05T08:00Z 2026-01-12T08:00Z 168 h',
    ]);
  });
});

describe('gaps', () => {
  it('are where no layer serves, each with its reason', () => {
    const days = layer({ hours: [{ from: '06:00', to: '18:00' }] });
    const late = layer({ ...night, hours: [{ from: '18:00', to: '02:00' }] });
    const range = {
      from: at('2026-01-06T00:00Z'),
      to: at('2026-01-07T00:00Z'),
    };
    expect(slotsOf(rotation([days, late], utc), range)).toEqual([
      'chloe 2026-01-06T00:00Z 2026-01-06T02:00Z 2 h',
      'no-shift 2026-01-06T02:00Z 2026-01-06T06:00Z 4 h',
      'ana 2026-01-06T06:00Z 2026-01-06T18:00Z 12 h',
      'chloe 2026-01-06T18:00Z 2026-01-07T00:00Z 6 h',
    ]);
  });

  it('are the weeks of somebody unknown, and no others', () => {
    const isKnown = (ref: string) => ref !== ben;
    const month = { from: week.from, to: week.from + 28 * day };
    const asked = rotation([layer({ members: [ana, ben, chloe] })]);
    expect(slotsWithin(asked, month, isKnown).slots.map(told)).toEqual([
      'ana 2026-01-05T08:00Z 2026-01-12T08:00Z 168 h',
      'unknown-user ben 2026-01-12T08:00Z 2026-01-19T08:00Z 168 h',
      'chloe 2026-01-19T08:00Z 2026-01-26T08:00Z 168 h',
      'ana 2026-01-26T08:00Z 2026-02-02T08:00Z 168 h',
    ]);
    expect(gapsWithin(asked, month, isKnown)).toEqual([
      {
        ...{ level: 1, reason: 'unknown-user', user: ben },
        ...{ from: at('2026-01-12T08:00Z'), to: at('2026-01-19T08:00Z') },
      },
    ]);
  });

  it('are all of a layer in which nobody is', () => {
    expect(slotsOf(rotation([layer({ members: [] })]))).toEqual([
      'nobody-in-it 2026-01-05T08:00Z 2026-01-12T08:00Z 168 h',
    ]);
  });

  it('an empty layer leaves those below it alone', () => {
    expect(slotsOf(rotation([layer(), layer({ members: [] })]))).toEqual([
      'ana 2026-01-05T08:00Z 2026-01-12T08:00Z 168 h',
    ]);
  });

  it('before the first version say that it had not begun', () => {
    const range = {
      from: at('2025-12-31T00:00Z'),
      to: at('2026-01-02T00:00Z'),
    };
    expect(slotsOf(rotation([layer()]), range)).toEqual([
      'not-begun 2025-12-31T00:00Z 2026-01-01T00:00Z 24 h',
      'ben 2026-01-01T00:00Z 2026-01-02T00:00Z 24 h',
    ]);
  });

  it('a rotation without versions says nothing', () => {
    expect(slotsOf(rotation([], { versions: [] }))).toEqual([]);
  });
});

describe('versions', () => {
  const first = { from: '2026-01-01T00:00Z', members: [ana, ben] };
  const second = { from: '2026-01-21T08:00Z', members: [ana, chloe, ben] };
  const versions = [second, first].map(({ from, members }) => ({
    from,
    levels: [
      {
        level: 1,
        layers: [
          layer({
            members,
            handover: {
              ...mondays,
              anchor:
                from === first.from ? mondays.anchor : '2026-01-21 09:00:00',
            },
          }),
        ],
      },
    ],
  }));

  it('begin with the first of their list, and leave what was before', () => {
    const month = { from: week.from, to: at('2026-02-09T08:00Z') };
    expect(slotsOf(rotation([], { versions }), month)).toEqual([
      'ana 2026-01-05T08:00Z 2026-01-12T08:00Z 168 h',
      'ben 2026-01-12T08:00Z 2026-01-19T08:00Z 168 h',
      // From Wednesday on it is Ana once more, for the rest of the week.
      'ana 2026-01-19T08:00Z 2026-01-26T08:00Z 168 h',
      'chloe 2026-01-26T08:00Z 2026-02-02T08:00Z 168 h',
      'ben 2026-02-02T08:00Z 2026-02-09T08:00Z 168 h',
    ]);
  });

  it('a level that came later has no gap before it', () => {
    const levels = [
      { level: 1, layers: [layer()] },
      { level: 2, layers: [layer({ members: [] })] },
    ];
    const grown = rotation([], {
      versions: [
        { from: '2026-01-01T00:00Z', levels: levels.slice(0, 1) },
        { from: '2026-01-10T08:00Z', levels },
      ],
    });
    expect(gapsWithin(grown, week).map(told)).toEqual([
      'nobody-in-it 2026-01-10T08:00Z 2026-01-12T08:00Z 48 h',
    ]);
  });
});

describe('bounds', () => {
  const from = at('2026-01-05T08:00Z');

  it('400 days are reckoned at once, and what is cut is said', () => {
    const { range, cut } = slotsWithin(rotation([layer()]), {
      ...{ from, to: from + 1e13 },
    });
    expect({ days: (range.to - range.from) / day, cut }).toEqual({
      ...{ days: 400, cut: true },
    });
  });

  it('fewer of a rotation with hundreds of shifts a day', () => {
    const hours = Array.from({ length: 199 }, () => ({
      ...{ from: '00:00', to: '00:01' },
    }));
    const { slots, range } = slotsWithin(rotation([layer({ hours })]), {
      ...{ from, to: from + 400 * day },
    });
    expect([(range.to - range.from) / day, slots.length]).toEqual([100, 201]);
  });

  it.each([
    ['the beginning of time', -8.64e15, -8.64e15 + day],
    ['its end', 8.64e15 - day, 8.64e15],
    ['a range that ends before it begins', from, from - day],
  ])('%s has no shifts', (_title, begin, to) => {
    expect(slotsWithin(rotation([layer()]), { from: begin, to }).slots).toEqual(
      [],
    );
  });

  it.each<[string, Partial<Rotation>, RotationLayer]>([
    ['Europe/Atlantis', { timeZone: 'Europe/Atlantis' }, layer()],
    ["'9' is no time", {}, layer({ hours: [{ from: '9', to: '17:00' }] })],
    ["'25:00' is", {}, layer({ handover: { ...mondays, at: '25:00' } })],
    ["'soon' is", {}, layer({ handover: { ...mondays, anchor: 'soon' } })],
  ])('refuses what cannot be read: %s', (words, said, one) => {
    expect(() => slotsWithin(rotation([one], said), week)).toThrow(words);
  });
});

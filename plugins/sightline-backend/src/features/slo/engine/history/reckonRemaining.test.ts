import fc from 'fast-check';
import { Objective } from '@sightline/backstage-plugin-sightline-common';
import { inForce } from '../../__testUtils__/objectives';
import { Cell, cellWidths, mergeCells, writeCell } from './cells';
import { reckonRemaining } from './reckonRemaining';

const { hour, day } = cellWidths;
const from = Date.parse('2026-10-01T00:00:00.000Z');

const objectiveOver = (window: Objective['window']): Objective =>
  inForce('cart', { window }).objective;

const rolling = (duration: number) =>
  objectiveOver({ kind: 'rolling', duration });

const reckon = (cells: readonly Cell[], objective: Objective, since = from) =>
  reckonRemaining(cells, { objective, minimumBadEvents: 1, from: since });

const hours = (...counts: ([total: number, bad: number] | undefined)[]) =>
  counts.flatMap((count, nth): Cell[] =>
    count ? [{ at: from + nth * hour, total: count[0], bad: count[1] }] : [],
  );

const left = (cells: readonly Cell[]) =>
  cells.map(({ remaining }) =>
    remaining === undefined ? undefined : Number(remaining.toPrecision(9)),
  );

const isSame = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined
    ? one === other
    : Math.abs(one - other) < 1e-6;

describe('what was left of a budget, reckoned from hours', () => {
  it('is 1 less the share of the budget that the window used, and recovers', () => {
    const cells = hours([2000, 0], [2000, 4], [2000, 0], [2000, 0]);
    expect(left(reckon(cells, rolling(2 * hour)))).toEqual([
      ...[undefined, 0, 0, 1],
    ]);
  });

  it('is known from the first hour on where the data begin within the stretch', () => {
    const cells = hours(undefined, [2000, 1], [2000, 0]);
    expect(left(reckon(cells, rolling(30 * day)))).toEqual([0.5, 0.75]);
  });

  it('counts a calendar window from its boundary, and the whole of its budget', () => {
    const byDay = objectiveOver({
      ...{ kind: 'calendar', unit: 'day', every: 1 },
      ...{ start: '2026-01-01 00:00:00', timeZone: 'UTC' },
    });
    const cells = hours(
      ...Array.from({ length: 26 }, () => [1000, 1] as [number, number]),
    );
    const told = left(reckon(cells, byDay));
    expect([told[0], told[11], told[23], told[24]]).toEqual([
      ...[0.958333333, 0.5, 0, 0.958333333],
    ]);
  });

  it('says nothing without traffic, of too few events, or of shares', () => {
    const cells = [
      ...hours([0, 0], [10, 1], [2000, 0]),
      { at: from + 3 * hour, burn: 2 },
      ...[4, 5].map(nth => ({ at: from + nth * hour, total: 2000, bad: 0 })),
    ];
    expect(left(reckon(cells, rolling(hour)))).toEqual([
      ...[undefined, undefined, 1, undefined, 1, 1],
    ]);
    expect(left(reckon(cells, rolling(2 * hour)))[4]).toBeUndefined();
  });

  it('leaves what was measured at the time', () => {
    const [first, second] = hours([2000, 1], [2000, 1]);
    const cells = [first, { ...second, remaining: 0.123 }];
    expect(left(reckon(cells, rolling(hour)))).toEqual([0.5, 0.123]);
  });

  it('is what a sum over each window says', () => {
    const counts = fc.option(
      fc.tuple(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 50 }),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.array(counts, { maxLength: 60 }),
        fc.integer({ min: 1, max: 48 }),
        (all, length) => {
          const cells = hours(
            ...all.map(
              one => one && ([one[0] + one[1], one[1]] as [number, number]),
            ),
          );
          const naive = cells.map(({ at }) => {
            const end = at + hour;
            const begin = end - length * hour;
            if (cells[0].at === from && begin < from) return undefined;
            const those = cells.filter(c => c.at >= begin && c.at < end);
            const total = those.reduce((sum, c) => sum + c.total!, 0);
            const bad = those.reduce((sum, c) => sum + c.bad!, 0);
            if (total === 0 || (total * 0.001 < 0.9999999 && bad < 10)) {
              return undefined;
            }
            return 1 - bad / total / 0.001;
          });
          const told = reckon(cells, rolling(length * hour));
          const others = told.filter(
            ({ remaining }, nth) => !isSame(remaining, naive[nth]),
          );
          expect(others).toEqual([]);
        },
      ),
    );
  });
});

describe('what was filled in and what was measured', () => {
  it('go together, and what was measured later holds', () => {
    const cells = [
      writeCell({ at: from, total: 100, bad: 1, burn: 10 }, hour),
      writeCell({ at: from + hour, total: 7, bad: 7 }, hour),
      writeCell({ at: from, remaining: 0.5, bad: 2 }, hour),
    ].join(' ');
    expect(mergeCells({ at: from, cells }, hour)).toEqual([
      { at: from, remaining: 0.5, total: 100, bad: 2, burn: 10 },
      { at: from + hour, total: 7, bad: 7 },
    ]);
  });
});

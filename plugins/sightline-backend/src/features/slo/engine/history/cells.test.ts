import fc from 'fast-check';
import { Cell, cellWidths, dayOf, readCells, rowOf, writeCell } from './cells';

const { hour, day } = cellWidths;
const midnight = Date.parse('2026-11-21T00:00:00.000Z');

describe('a row of cells', () => {
  it('is read as it was written, unknown ones left out', () => {
    const cells: Cell[] = [
      { at: midnight, remaining: 0.5, total: 100, bad: 1, burn: 10 },
      { at: midnight + 2 * hour, remaining: -3.25 },
      { at: midnight + 3 * hour, total: 0, bad: 0 },
    ];
    const text = cells.map(cell => writeCell(cell, hour)).join(' ');
    expect(text).toBe('0:0.5:100:1:10 2:-3.25::: 3::0:0:');
    expect(readCells({ at: midnight, cells: text }, hour)).toEqual(cells);
  });

  it('says the last that was written about one place', () => {
    const cells = '1:0.5::: 1:0.4:::';
    expect(readCells({ at: midnight, cells }, hour)).toEqual([
      { at: midnight + hour, remaining: 0.4 },
    ]);
  });

  it('holds every moment at its place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom(hour, day),
        (moment, width) => {
          const at = Math.floor(moment / width) * width;
          const row = { at: rowOf(at, width), cells: writeCell({ at }, width) };
          expect(readCells(row, width)).toEqual([{ at }]);
        },
      ),
    );
  });
});

describe('a day of hours', () => {
  it('weighs burns by traffic, and where nothing is counted takes their mean', () => {
    expect(
      dayOf([
        { at: midnight, remaining: 1, total: 900, bad: 0, burn: 0 },
        { at: midnight + hour, remaining: 0.9, total: 100, bad: 10, burn: 100 },
        { at: midnight + 2 * hour },
      ]),
    ).toEqual({ at: midnight, remaining: 0.9, total: 1000, bad: 10, burn: 10 });
    expect(
      dayOf([
        { at: midnight, burn: 1 },
        { at: midnight + hour, burn: 3 },
      ]),
    ).toEqual({ at: midnight, burn: 2 });
  });
});

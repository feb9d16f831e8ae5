import { cellWidths } from './cells';
import { nextPiece, pastSpan, pauseAfter } from './pastSpan';

const { hour, day } = cellWidths;
const midnight = Date.parse('2026-11-21T00:00:00.000Z');
const now = midnight + 5.5 * hour;

describe('the past that is filled in', () => {
  it('is the month that is shown and a window before it, not longer than hours are kept', () => {
    const ends = midnight + 5 * hour;
    expect(pastSpan(30 * day, now)).toEqual({
      ...{ begins: midnight - 61 * day, ends },
    });
    expect(pastSpan(365 * day, now)).toEqual({
      ...{ begins: midnight - 88 * day, ends },
    });
  });

  it.each([
    ['a month of one objective', { objectives: 1, tries: 0 }, 31],
    ['half as much after a failure', { objectives: 1, tries: 1 }, 15],
    ['a day at least', { objectives: 1, tries: 20 }, 1],
    ['a week of 1,000', { objectives: 1_000, tries: 0 }, 8],
    ['a day of 10,000', { objectives: 10_000, tries: 0 }, 1],
  ])('is asked about in pieces, the latest first: %s', (_, of, days) => {
    const span = { begins: midnight - 61 * day, reached: midnight + 5 * hour };
    const piece = nextPiece(span, of);
    expect(piece).toEqual({
      from: midnight + day - days * day,
      to: midnight + 5 * hour,
    });
    const before = nextPiece({ ...span, reached: piece.from }, of);
    expect(before).toEqual({
      from: Math.max(span.begins, piece.from - days * day),
      to: piece.from,
    });
  });

  it('is asked about more rarely the more often that failed', () => {
    const minutes = [1, 2, 3, 99].map(tries => pauseAfter(tries) / 60_000);
    expect(minutes).toEqual([5, 10, 20, 360]);
  });
});

import { windowAt } from './windowAt';

const minute = 60_000;
const begin = Date.parse('2026-11-21T02:00:00Z');
const lengths = { window: 2 * minute, settle: 30_000 };

describe('windowAt', () => {
  it.each([
    ['02:02:29', '01:58:00'],
    ['02:02:30', '02:00:00'],
    ['02:04:29', '02:00:00'],
    ['02:04:30', '02:02:00'],
  ])('takes at %s the two minutes from %s', (now, from) => {
    const window = windowAt(Date.parse(`2026-11-21T${now}Z`), lengths);
    expect(window).toEqual({
      number: Date.parse(`2026-11-21T${from}Z`) / lengths.window,
      from: Date.parse(`2026-11-21T${from}Z`),
      to: Date.parse(`2026-11-21T${from}Z`) + lengths.window,
    });
  });

  it('leaves no gap and counts no moment twice', () => {
    const windows = [0, 1, 2].map(nth =>
      windowAt(begin + nth * lengths.window, lengths),
    );
    expect(windows[1].from).toBe(windows[0].to);
    expect(windows[2].from).toBe(windows[1].to);
    expect(windows.map(({ number }) => number - windows[0].number)).toEqual([
      0, 1, 2,
    ]);
  });
});

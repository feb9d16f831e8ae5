import { burnDown } from './burnDown';

const HOUR = 3_600_000;
const at = (hour: number) => `2026-11-21T0${hour}:00:00.000Z`;

/** 1,000 events at 99 %: 10 may be bad. */
const budget = (remaining: number) => ({
  total: 1_000,
  bad: 10 - remaining * 10,
  attainment: 0.997,
  remaining,
  badLeft: remaining * 10,
  from: at(0),
  to: at(5),
});

const window = { width: HOUR, period: 5 * HOUR };

it('goes back from what is left now, and leaves a gap where nobody counted', () => {
  const told = burnDown({
    ...window,
    budget: budget(0.7),
    points: [
      { at: at(0), total: 200, bad: 0 },
      { at: at(1), total: 200, bad: 2 },
      { at: at(2), total: 200, bad: 0 },
      { at: at(3) },
      { at: at(4), total: 200, bad: 1 },
    ],
  });
  expect(
    told.map(({ spent, left }) => [spent, left && Number(left.toFixed(6))]),
  ).toEqual([
    [0, 1],
    [expect.closeTo(0.2), 0.8],
    [0, 0.8],
    [undefined, undefined],
    [expect.closeTo(0.1), 0.7],
  ]);
});

it('takes the burn where there are no counts', () => {
  const told = burnDown({
    ...window,
    budget: { ...budget(0.5), total: undefined, bad: undefined },
    points: [
      { at: at(0), burn: 0.5 },
      { at: at(1), burn: 2 },
    ],
  });
  expect(told.map(({ left }) => left)).toEqual([
    expect.closeTo(0.9),
    expect.closeTo(0.5),
  ]);
});

it('goes below nothing, and never above everything', () => {
  const told = burnDown({
    ...window,
    budget: budget(-0.4),
    points: [
      { at: at(0), bad: 30 },
      { at: at(1), bad: 20 },
      { at: at(2), bad: 0 },
    ],
  });
  expect(told.map(({ left }) => left)).toEqual([
    1,
    expect.closeTo(-0.4),
    expect.closeTo(-0.4),
  ]);
});

it('begins at what its last point left, which may be a while ago', () => {
  const told = burnDown({
    ...window,
    budget: budget(0.6),
    points: [
      { at: at(0), bad: 1, remaining: 0.9 },
      { at: at(1), bad: 1, remaining: 0.8 },
    ],
  });
  expect(told.map(({ left }) => left)).toEqual([expect.closeTo(0.9), 0.8]);
});

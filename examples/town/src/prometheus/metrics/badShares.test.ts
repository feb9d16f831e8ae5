import { lengthOf, momentOf } from '../../engine/moments.ts';
import type { TrueObjective } from '../../engine/Truth.ts';
import { START } from '../__testUtils__/harbourStore.ts';
import { badSharesOf, shareAt } from './badShares.ts';
import { worthBetween } from './dayShape.ts';

const objective: TrueObjective = {
  id: 'some',
  service: 'some',
  indicator: 'availability',
  target: 0.999,
  window: '30d',
  state: 'met',
};

/** What the windows come to, minute by minute. */
function meanOver(told: TrueObjective, window: string): number {
  const stretches = badSharesOf(told, START);
  const minutes = lengthOf(window) / 60_000;
  let bad = 0;
  for (let i = 1; i <= minutes; i++) {
    const at = START - i * 60_000;
    bad += shareAt(stretches, at) * worthBetween(at, at + 60_000);
  }
  return bad / worthBetween(START - lengthOf(window), START);
}

it('comes to what was told, over each window', () => {
  const told = {
    ...objective,
    ...{ errors30d: 0.00038, errors6h: 0.001508, errors1h: 0.00755 },
    ...{ errors5m: 0.009, since: '-50m' },
  };

  expect(meanOver(told, '5m')).toBeCloseTo(0.009, 12);
  expect(meanOver(told, '1h')).toBeCloseTo(0.00755, 5);
  expect(meanOver(told, '6h')).toBeCloseTo(0.001508, 12);
  expect(meanOver(told, '30d')).toBeCloseTo(0.00038, 12);
});

it('was worse once, where the month is worse than usual', () => {
  const told = { ...objective, errors30d: 0.0031, errors1h: 0.0029 };
  const stretches = badSharesOf(told, START);

  expect(meanOver(told, '30d')).toBeCloseTo(0.0031, 12);
  expect(stretches.map(({ share }) => share > 0.0029)).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(stretches[2].fromMs - stretches[1].fromMs).toBe(lengthOf('90m'));
});

it('was better all the time, where the month is better', () => {
  const told = { ...objective, errors30d: 0.0014, errors1h: 0.0015 };

  expect(badSharesOf(told, START)).toHaveLength(2);
  expect(meanOver(told, '30d')).toBeCloseTo(0.0014, 12);
});

it('goes on as it is, and was before as it was', () => {
  const told = { ...objective, errors30d: 0.0014, errors1h: 0.0015 };
  const stretches = badSharesOf(told, START);

  expect(shareAt(stretches, START + lengthOf('9d'))).toBe(0.0015);
  expect(shareAt(stretches, START - lengthOf('39d'))).toBe(stretches[0].share);
  expect(badSharesOf(objective, START)).toEqual([]);
});

it('reads moments and lengths', () => {
  expect(momentOf('-95m', 0)).toBe(-5_700_000);
  expect(momentOf('-3h', 0)).toBe(-10_800_000);
  expect(lengthOf('2d')).toBe(172_800_000);
  expect(() => momentOf('95m', 0)).toThrow('"95m" is no moment');
});

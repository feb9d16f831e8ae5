import { meanMs, shareOver } from './spread.ts';
import { slowerThan } from './slowShares.ts';

const spread = { p50: 100, p95: 400 };

it('has its half and its 95th where the truth says', () => {
  expect(shareOver(100, spread)).toBeCloseTo(0.5, 6);
  expect(shareOver(400, spread)).toBeCloseTo(0.05, 4);
  expect(shareOver(0, spread)).toBe(1);
  expect(shareOver(Infinity, spread)).toBe(0);
  expect(shareOver(10_000, spread)).toBeLessThan(1e-7);
  // The mean of a log-normal lies above its median: σ = ln 4 / 1.6449 = 0.843.
  expect(meanMs(spread)).toBeCloseTo(142.63, 1);
});

describe('bent to what is known', () => {
  const known = { thresholdMs: 800, share: 0.02 };
  const over = (boundMs: number) =>
    slowerThan({ boundMs, spread, calm: spread, known });

  it('passes through the point, and falls all the way', () => {
    const bounds = [5, 50, 100, 400, 750, 800, 1000, 5000];
    const shares = bounds.map(over);

    expect(over(800)).toBeCloseTo(0.02, 12);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.every(share => share >= 0 && share <= 1)).toBe(true);
  });

  it('rises with an incident, by what is newly slow', () => {
    const struck = { p50: 700, p95: 2000 };
    const calmly = shareOver(800, spread);
    const newly = 1 - (1 - shareOver(800, struck)) / (1 - calmly);

    expect(
      slowerThan({ boundMs: 800, spread: struck, calm: spread, known }),
    ).toBeCloseTo(1 - 0.98 * (1 - newly), 12);
  });
});

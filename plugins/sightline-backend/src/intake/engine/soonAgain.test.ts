import { closedCircuit } from './circuit';
import { soonAgain } from './soonAgain';

const now = Date.parse('2026-11-21T02:00:00.000Z');
const after = (failures: number, every = 60_000, circuit = closedCircuit) =>
  soonAgain({ ...{ failures, every, circuit, now } });

describe('soonAgain', () => {
  it('waits twice as long after each failure, until its turn comes before', () => {
    expect([0, 1, 2, 3, 4, 5, 500].map(failures => after(failures))).toEqual([
      ...[undefined, 5_000, 10_000, 20_000, 40_000, undefined, undefined],
    ]);
  });

  it('waits for the end of the pause of who is left alone', () => {
    const open = (lasts: number) => ({
      failures: 9,
      open: { since: now - 10_000, lasts },
    });
    expect(after(1, 60_000, open(30_000))).toBe(20_000);
    expect(after(1, 60_000, open(90_000))).toBeUndefined();
    expect(after(1, 60_000, open(10_000))).toBe(5_000);
  });
});

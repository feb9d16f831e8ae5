import fc from 'fast-check';
import { hour, minute, START } from '../__testUtils__/seen';
import { noteRestarts, restartsLastHour } from './restarts';

type Sums = ReturnType<typeof noteRestarts>;

const after = (turns: readonly { wait: number; total: number }[]) => {
  let now = START;
  let sums: Sums = [];
  for (const { wait, total } of turns) {
    now += wait;
    sums = noteRestarts(sums, { restarts: { total } }, now);
  }
  return { now, sums };
};

const every = (wait: number, ...totals: number[]) =>
  after(totals.map(total => ({ wait, total })));

describe('restarts of the last hour', () => {
  it.each([
    ['of one that was always well', every(minute, 0, 0, 0), 0],
    ['of one that was bad before it was seen', every(minute, 90, 90), 0],
    ['add up', every(minute, 0, 1, 3), 3],
    ['do not fall with pods that go', every(minute, 5, 7, 0, 1), 3],
    ['do not count what is longer ago', every(40 * minute, 0, 4, 5), 5],
    ['count from the last sum before the hour', every(hour, 0, 4, 5), 1],
  ])('%s', (_title, { now, sums }, count) => {
    expect(restartsLastHour(sums, undefined, now)).toBe(count);
  });

  it('are one at least when a pod says so', () => {
    const { now, sums } = every(minute, 3);
    expect(restartsLastHour(sums, now - minute, now)).toBe(1);
    expect(restartsLastHour(sums, now - 2 * hour, now)).toBe(0);
  });

  it('are as many as were added, in few sums, however many there were', () => {
    const turns = fc.array(
      fc.record({
        wait: fc.nat({ max: 2 * minute }),
        grown: fc.nat({ max: 3 }),
      }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(turns, all => {
        let total = 0;
        const { now, sums } = after(
          all.map(({ wait, grown }) => {
            total += grown;
            return { wait, total };
          }),
        );
        expect(sums.length).toBeLessThanOrEqual(61);
        const count = restartsLastHour(sums, undefined, now);
        expect(count).toBeLessThanOrEqual(total);
        // Joined sums move what was added to a later moment, never away.
        let at = START;
        const fresh = all.reduce((sum, { wait, grown }, n) => {
          at += wait;
          return n > 0 && at > now - hour ? sum + grown : sum;
        }, 0);
        expect(count).toBeGreaterThanOrEqual(fresh);
      }),
    );
  });
});

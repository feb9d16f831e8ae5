import {
  objectiveStates,
  ObjectiveState,
} from '@sightline/backstage-plugin-sightline-common';
import type { Measured } from '@sightline/backstage-plugin-sightline-node';
import fc from 'fast-check';
import {
  input,
  kept,
  measurement,
  minute,
  NOW,
  objective,
  Windows,
} from './__testUtils__/told';
import { JudgedBefore, JudgeInput, judgeObjective } from './judgeObjective';

const counted = fc
  .tuple(
    fc.integer({ min: 1, max: 1e7 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(
    ([total, share]): Measured => ({
      ...{ what: 'counted', total },
      bad: Math.round(total * share ** 8),
    }),
  );
const nothing = fc.constantFrom<Measured>(
  { what: 'no-data' },
  { what: 'no-traffic' },
  { what: 'shared', bad: NaN },
  { what: 'counted', total: NaN, bad: 0 },
  { what: 'counted', total: 0, bad: 0 },
  { what: 'counted', total: 7, bad: 1 },
);
const measured = fc.oneof(
  { weight: 3, arbitrary: counted },
  { weight: 1, arbitrary: nothing },
);
const windowsOf = (one: fc.Arbitrary<Measured>): fc.Arbitrary<Windows> =>
  fc.record({
    ...{ '5m': one, '30m': one, '1h': one, '2h': one },
    ...{ '6h': one, '1d': one, '3d': one, '30d': one },
  });

const stateOf = (of: JudgeInput): ObjectiveState =>
  judgeObjective(of).status.state;

describe('judging', () => {
  it('never calls met what is not known', () => {
    fc.assert(
      fc.property(windowsOf(measured), nothing, (told, whole) => {
        const { status } = judgeObjective(input({ ...told, '30d': whole }));
        expect(status.state).not.toBe('met');
        expect(status.budget).toBeUndefined();
      }),
    );
  });

  it('never calls met what was not, because a reading went missing', () => {
    const names = fc.subarray(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'] as const,
      { minLength: 1 },
    );
    fc.assert(
      fc.property(windowsOf(measured), names, (told, missing) => {
        const first = judgeObjective(input(told));
        const less = Object.fromEntries(
          missing.map(name => [name, { what: 'no-data' as const }]),
        );
        const later = judgeObjective(
          input({ ...told, ...less }, { before: first.next, at: NOW + minute }),
        );
        const states = [first.status.state, later.status.state];
        expect(states[0] === 'met' || states[1] !== 'met').toBe(true);
      }),
    );
  });

  it('gives the reason for what is unknown, and none for what is known', () => {
    fc.assert(
      fc.property(windowsOf(measured), told => {
        const { status } = judgeObjective(input(told));
        expect(status.unknown !== undefined).toBe(status.state === 'unknown');
        expect(status.words).not.toMatch(/NaN|undefined|Infinity|null/);
      }),
    );
  });

  it('does not depend on the order of the alert windows, nor of the rules', () => {
    fc.assert(
      fc.property(
        windowsOf(measured),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          ...{ minLength: 12, maxLength: 12 },
        }),
        (told, dice) => {
          const of = input(told);
          const { windows, ...rest } = measurement(told);
          const whole = windows.at(-1)!;
          const shuffled = [...shuffle(windows.slice(0, -1), dice), whole];
          const other = {
            ...of,
            kept: kept({ ...rest, windows: shuffled }),
            rules: shuffle(of.rules, dice.slice(8)),
          };
          expect(judgeObjective(other)).toEqual(judgeObjective(of));
        },
      ),
    );
  });

  it('never gets better by more bad events', () => {
    const worseBy = fc.record({
      window: fc.constantFrom(
        ...(['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'] as const),
      ),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(windowsOf(counted), worseBy, (told, { window, share }) => {
        const one = told[window] as Extract<Measured, { what: 'counted' }>;
        const more = one.bad + Math.round((one.total - one.bad) * share);
        const worse = { ...told, [window]: { ...one, bad: more } };
        const rank = (windows: Windows) =>
          objectiveStates.indexOf(stateOf(input(windows)));
        expect(rank(worse)).toBeLessThanOrEqual(rank(told));
      }),
      { numRuns: 500 },
    );
  });

  it('says the same of the same measurement, whenever it is judged', () => {
    const before = fc.constantFrom<(JudgedBefore | undefined)[]>(
      undefined,
      { state: 'met', since: '2026-11-20T00:00:00.000Z' },
      {
        ...{ state: 'page', since: '2026-11-21T01:00:00.000Z' },
        alert: { severity: 'page', since: '2026-11-21T01:00:00.000Z' },
      },
    );
    fc.assert(
      fc.property(
        windowsOf(measured),
        before,
        fc.integer({ min: 0, max: 5 * minute }),
        (told, known, later) => {
          const once = judgeObjective(input(told, { before: known }));
          const again = judgeObjective({
            ...input(told, { before: once.next }),
            now: NOW + later,
          });
          expect(again).toEqual(once);
        },
      ),
    );
  });

  it('keeps the state of what is too old, whatever was measured', () => {
    fc.assert(
      fc.property(
        windowsOf(measured),
        fc.constantFrom(...objectiveStates),
        (told, state) => {
          const since = '2026-11-20T00:00:00.000Z';
          const { status, next } = judgeObjective({
            ...input(told, { before: { state, since } }),
            now: NOW + 6 * minute,
          });
          expect({ state: status.state, stale: status.stale, next }).toEqual({
            ...{ state, stale: true, next: { state, since } },
          });
        },
      ),
    );
  });

  it('leaves a budget that adds up', () => {
    fc.assert(
      fc.property(windowsOf(counted), told => {
        const { budget } = judgeObjective(input(told)).status;
        const of = objective();
        if (!budget) return;
        const { total = NaN, bad = NaN, badLeft = NaN } = budget;
        expect(budget.attainment).toBeCloseTo(1 - bad / total, 12);
        expect(badLeft + bad).toBeCloseTo(total * (1 - of.target), 6);
        expect(Math.sign(budget.remaining)).toBe(
          Math.sign(Number(badLeft.toFixed(9))),
        );
      }),
    );
  });
});

/** By as many dice as there are items. */
const shuffle = <T>(items: readonly T[], dice: readonly number[]): T[] =>
  items
    .map((item, number) => ({ item, key: dice[number] }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

import fc from 'fast-check';
import {
  afterBadAnswer,
  afterGoodAnswer,
  afterPlea,
  Circuit,
  circuitState,
  closedCircuit,
  triedAgainAt,
} from './circuit';

const settings = { failures: 3, openFor: 60_000 };
const now = 1_000_000;

describe('circuit', () => {
  it('opens after the given number of bad answers in a row', () => {
    const one = afterBadAnswer(closedCircuit, settings, now);
    const two = afterBadAnswer(one, settings, now + 1);
    const three = afterBadAnswer(two, settings, now + 2);
    expect([one, two, three]).toEqual([
      { failures: 1 },
      { failures: 2 },
      { failures: 3, open: { since: now + 2, lasts: 60_000 } },
    ]);
    expect(triedAgainAt(three, now + 3)).toBe(now + 60_002);
  });

  it.each([
    ['while it lasts', 59_999, 'open'],
    ['when it is over', 60_000, 'half-open'],
    ['when the clock was set forwards', 1e12, 'half-open'],
    ['when the clock was set back', -1, 'half-open'],
  ])('%s an open circuit is %s later %s', (_, later, expected) => {
    const open: Circuit = { failures: 3, open: { since: now, lasts: 60_000 } };
    expect(circuitState(open, now + later)).toBe(expected);
  });

  it('closes after one good answer, opens again after one bad one', () => {
    const halfOpen: Circuit = { failures: 3, open: { since: 0, lasts: 10 } };
    expect(afterGoodAnswer()).toEqual({ failures: 0 });
    expect(afterBadAnswer(halfOpen, settings, now)).toEqual({
      failures: 4,
      open: { since: now, lasts: 60_000 },
    });
  });

  it('grants a plea to be left alone, an hour at most, and never shortens', () => {
    const open: Circuit = { failures: 3, open: { since: now, lasts: 60_000 } };
    expect(afterPlea(closedCircuit, 30_000, now)).toEqual({
      failures: 0,
      open: { since: now, lasts: 30_000 },
    });
    expect(afterPlea(closedCircuit, 1e9, now).open?.lasts).toBe(3_600_000);
    expect(afterPlea(open, 30_000, now)).toEqual(open);
  });

  it('whatever happens: it is open only after enough failures, and never longer than openFor', () => {
    const step = fc.record({
      good: fc.boolean(),
      later: fc.integer({ min: -100_000, max: 200_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        let circuit = closedCircuit;
        let at = now;
        let inARow = 0;
        for (const { good, later } of steps) {
          at += later;
          inARow = good ? 0 : inARow + 1;
          circuit = good
            ? afterGoodAnswer()
            : afterBadAnswer(circuit, settings, at);
          const open = circuitState(circuit, at) === 'open';
          const until = triedAgainAt(circuit, at);
          expect({
            failures: circuit.failures,
            mayBeOpen: !open || inARow >= settings.failures,
            lastsTooLong: (until ?? at) - at > settings.openFor,
            hasAnEnd: until !== undefined,
          }).toEqual({
            failures: inARow,
            mayBeOpen: true,
            lastsTooLong: false,
            hasAnEnd: open,
          });
        }
      }),
    );
  });
});

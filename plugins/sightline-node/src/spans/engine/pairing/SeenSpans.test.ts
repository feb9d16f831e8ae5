import fc from 'fast-check';
import { Losses } from '../counting/Losses';
import { SeenSpans } from './SeenSpans';

const horizon = 1000;

const createSeen = (spansAtMost = 1e6, losses = new Losses()) =>
  new SeenSpans({ horizon, spansAtMost }, losses);

describe('SeenSpans', () => {
  it('says of each span once that it is new', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 2 }), fc.nat(50)), { size: '+2' }),
        ids => {
          const seen = createSeen();
          // Its lowest bit is not told apart, which of 64 leaves 63.
          const known = new Set<string>();
          for (const [high, low] of ids) {
            const key = `${Math.floor(high / 2)}/${low}`;
            expect(seen.add(high, low, 0)).toBe(!known.has(key));
            known.add(key);
          }
        },
      ),
    );
  });

  it('remembers for its horizon, and for no more than two', () => {
    const seen = createSeen();
    expect(seen.add(1, 1, 0)).toBe(true);
    expect(seen.add(1, 1, horizon)).toBe(false);
    expect(seen.add(1, 1, 2 * horizon)).toBe(true);

    const quiet = createSeen();
    quiet.add(1, 1, 0);
    expect(quiet.add(1, 1, 5 * horizon)).toBe(true);
  });

  it('remembers for less when there is too much, and says so', () => {
    const losses = new Losses();
    const seen = createSeen(100, losses);
    for (let span = 0; span < 120; span++) seen.add(span * 2, 1, 0);
    expect(seen.add(0, 1, 0)).toBe(true);
    expect(losses.take()).toEqual({
      'memory of resent spans shortened': 2,
    });
  });
});

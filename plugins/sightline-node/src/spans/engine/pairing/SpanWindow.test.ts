import fc from 'fast-check';
import { SpanWindow } from './SpanWindow';

type Told = { trace: number; span: number; parent: number; drops: number };

const told: fc.Arbitrary<Told> = fc.record({
  trace: fc.nat(3),
  span: fc.integer({ min: 1, max: 400 }),
  parent: fc.integer({ min: 0, max: 400 }),
  drops: fc.nat(2),
});

const insert = (window: SpanWindow, { trace, span, parent }: Told) => {
  const place = window.open();
  window.ids.set([trace, 0, 0, 7, 0, span, 0, parent], place * 8);
  window.link(place);
};

describe('SpanWindow', () => {
  // Positions are kept as 32 bits where it matters, and those begin anew.
  it.each([0, 2 ** 31 - 100, 2 ** 32 - 100, 2 ** 45 - 100])(
    'finds the parents that are in it, from position %d on',
    begin => {
      fc.assert(
        fc.property(
          fc.array(told, { minLength: 1, maxLength: 300, size: 'max' }),
          spans => {
            const window = new SpanWindow(2 ** 20);
            window.head = window.tail = begin;
            spans.forEach((span, count) => {
              insert(window, span);
              for (let n = 0; n < span.drops && window.size > 5; n++) {
                window.dropTail();
              }
              const kept = spans
                .slice(0, count + 1)
                .map((one, n) => ({ ...one, position: begin + n }))
                .slice(window.tail - begin);
              const wanted = kept.findLast(
                one => one.trace === span.trace && one.span === span.parent,
              );
              const place = window.placeOf(begin + count);
              expect(window.parentOf(place)).toBe(
                wanted && span.parent !== 0
                  ? window.placeOf(wanted.position)
                  : -1,
              );
            });
          },
        ),
        { numRuns: 20 },
      );
    },
  );

  it('keeps what it has when it grows', () => {
    const window = new SpanWindow(2 ** 14);
    const count = 2 ** 14;
    for (let n = 0; n < count; n++) {
      insert(window, { trace: 1, span: n + 1, parent: n, drops: 0 });
    }
    expect(window.isFull).toBe(true);
    for (let n = 1; n < count; n += 97) {
      expect(window.parentOf(window.placeOf(n))).toBe(window.placeOf(n - 1));
    }
  });
});

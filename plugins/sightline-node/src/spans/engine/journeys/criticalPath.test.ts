import { SaidSpan } from '../../__testUtils__/otlpSpan';
import { runJourneys } from '../../__testUtils__/journeyScenario';

type Call = [name: string, from: number, to: number, below?: Call[]];

/** A request and its calls, each answered by a service of that name; times in milliseconds. */
const tree = (calls: Call[]): SaidSpan[] => {
  const spans: SaidSpan[] = [];
  const visit = (parent: number | undefined, below: Call[]) => {
    for (const [service, from, to, calls_ = []] of below) {
      const id = spans.length + 1;
      spans.push({
        ...{ id, parent, service, kind: 'server' },
        ...{ startsAt: from, milliseconds: to - from },
      });
      visit(id, calls_);
    }
  };
  visit(undefined, calls);
  return spans;
};

const criticalOf = (calls: Call[]) => {
  const { steps } = runJourneys([tree(calls)]);
  return Object.fromEntries(
    Object.entries(steps).map(([way, { critical, begins }]) => [
      way.split(' ▸ ').at(-1)!.split(' ')[0],
      [critical / 1000, begins / 1000],
    ]),
  );
};

describe('the critical path', () => {
  it('goes back from the end, always to the last call that was waited for', () => {
    expect(
      criticalOf([
        [
          ...(['orders', 0, 28] as const),
          [
            ['pricing', 17, 27],
            ['stock', 4, 12],
            ['reviews', 20, 26],
            ['payments', 2, 14, [['bank', 3, 10]]],
          ],
        ],
      ]),
    ).toEqual({
      orders: [6, 0],
      pricing: [10, 17],
      stock: [0, 4],
      reviews: [0, 20],
      payments: [5, 2],
      bank: [7, 3],
    });
  });

  it.each<[string, Call, [number, number]]>([
    ['early by less than it lasts: moved', ['pay', -3, 2], [5, 0]],
    ['late by less than it lasts: moved', ['pay', 97, 107], [10, 90]],
    ['early by more than it lasts: nothing is left', ['pay', -9, -4], [0, 0]],
    [
      'late by more than it lasts: nothing is left',
      ['pay', 120, 125],
      [0, 100],
    ],
    ['longer than its parent: cut off', ['pay', 40, 240], [60, 40]],
    ['around its parent: cut off', ['pay', -40, 240], [100, 0]],
  ])('takes a clock that differs for what it is: %s', (_, call, wanted) => {
    const found = criticalOf([['shop', 0, 100, [call]]]);
    expect(found.pay).toEqual(wanted);
    expect(found.shop[0]).toBe(100 - wanted[0]);
  });

  it('moves what a moved call calls along with it', () => {
    const found = criticalOf([
      ['shop', 0, 100, [['pay', -20, 30, [['bank', -15, -5]]]]],
    ]);
    expect(found).toEqual({ shop: [50, 0], pay: [40, 0], bank: [10, 5] });
  });
});

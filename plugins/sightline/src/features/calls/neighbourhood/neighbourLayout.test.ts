import { crowdedCalls, link } from '../../../__testUtils__/harbourServiceCalls';
import { edgeWidth, mostCalled, neighbourLayout } from './neighbourLayout';

it('draws those with most calls, and counts all others', () => {
  const { callers, leftOut } = crowdedCalls();
  const { shown, more } = mostCalled([...callers].reverse(), leftOut.callers);
  expect(shown.map(({ party }) => party.name)).toEqual(
    Array.from({ length: 8 }, (_, index) => `caller-${index}`),
  );
  expect(more).toBe(122 + 71);
  expect(mostCalled([link('cart', 'GET /', 1)], 0).more).toBe(0);
});

it('draws more calls as more, and a trickle so that it is seen', () => {
  const widths = [0, 10, 100, 1_000].map(calls => edgeWidth(calls, 1_000));
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(widths[0]).toBeCloseTo(1.3);
  expect(widths[3]).toBeCloseTo(6);
});

it('fills the width, and keeps both sides around the same middle', () => {
  const layout = neighbourLayout(1_200, 5, 2);
  const { side, centre, height } = layout;
  expect(2 * side + 2 * (centre.x - side) + centre.width).toBeCloseTo(1_200);
  const middleOf = (places: { y: number }[]) =>
    (places[0].y + places[places.length - 1].y + 46) / 2;
  expect(middleOf(layout.callers)).toBeCloseTo(height / 2);
  expect(middleOf(layout.callees)).toBeCloseTo(height / 2);
});

it('lets no two nodes of a side touch', () => {
  const { callers } = neighbourLayout(900, 8, 3);
  callers
    .slice(1)
    .forEach(({ y }, index) =>
      expect(y - callers[index].y).toBeGreaterThanOrEqual(46 + 8),
    );
});

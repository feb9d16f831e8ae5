import fc from 'fast-check';
import {
  View,
  anchored,
  bringingIn,
  correction,
  detailAt,
  fitted,
  onTheWay,
  seen,
  zoomedAt,
} from './view';

const room = { width: 800, height: 600 };
const px = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const anyView: fc.Arbitrary<View> = fc.record({
  x: px(-500, 500),
  y: px(-500, 500),
  k: px(0.1, 2),
});
const anyRect = fc.record({
  x: px(-1000, 1000),
  y: px(-1000, 1000),
  width: px(1, 5000),
  height: px(1, 5000),
});

it('zooms to the pointer: what is under it stays there', () => {
  fc.assert(
    fc.property(
      anyView,
      px(0.2, 5),
      px(0, 800),
      px(0, 600),
      (view, factor, x, y) => {
        const after = zoomedAt(view, factor, { x, y });
        const under = ({ x: dx, k }: View) => (x - dx) / k;
        expect(under(after)).toBeCloseTo(under(view), 3);
      },
    ),
  );
});

it.each([
  [1e9, 2.5],
  [1e-9, 0.08],
])('zooms by %d no further than to %d', (factor, k) => {
  expect(zoomedAt({ x: 0, y: 0, k: 1 }, factor, { x: 0, y: 0 }).k).toBe(k);
});

it('puts what it fits in the middle', () => {
  const { x, y, k } = fitted({ x: 100, y: 0, width: 1_600, height: 200 }, room);
  expect([900 * k + x, 100 * k + y]).toEqual([400, 300]);
  expect(1_600 * k).toBeLessThan(800);
});

it('shows in a small room what can be read, around what matters', () => {
  const phone = { width: 340, height: 400 };
  const map = { x: 0, y: 0, width: 2_000, height: 600 };
  const focus = { x: 900, y: 280, width: 100, height: 40 };
  expect(seen(map, phone)).toEqual({ k: 0.5, x: 28, y: 50 });
  expect(seen(map, phone, focus)).toEqual({ k: 0.5, x: -305, y: 50 });
  expect(seen(map, room, focus)).toEqual(fitted(map, room));
});

it('brings anything into sight', () => {
  fc.assert(
    fc.property(anyView, anyRect, (view, rect) => {
      const { x, y, k } = bringingIn(view, rect, room);
      const middle = [
        (rect.x + rect.width / 2) * k + x,
        (rect.y + rect.height / 2) * k + y,
      ];
      expect(middle[0]).toBeGreaterThan(0);
      expect(middle[0]).toBeLessThan(800);
      expect(middle[1]).toBeGreaterThan(0);
      expect(middle[1]).toBeLessThan(600);
    }),
  );
});

it('does not move for what is in sight already', () => {
  const view = { x: 10, y: 20, k: 1 };
  const rect = { x: 100, y: 100, width: 50, height: 40 };
  expect(bringingIn(view, rect, room)).toEqual(view);
});

it('keeps what has moved where it was in the window', () => {
  const view = { x: 10, y: 20, k: 0.5 };
  const after = anchored(view, { x: 100, y: 100 }, { x: 300, y: 180 });
  expect(300 * after.k + after.x).toBe(100 * view.k + view.x);
});

it('corrects what was drawn for one view so that it shows another', () => {
  fc.assert(
    fc.property(anyView, anyView, px(-900, 900), (made, wanted, at) => {
      const { x, k } = correction(made, wanted);
      expect((at * made.k + made.x) * k + x).toBeCloseTo(
        at * wanted.k + wanted.x,
        3,
      );
    }),
  );
});

it('begins a way at its beginning and ends it at its end', () => {
  const [from, to] = [
    { x: 0, y: 0, k: 1 },
    { x: 9, y: 3, k: 2 },
  ];
  expect([onTheWay(from, to, 0), onTheWay(from, to, 1)]).toEqual([from, to]);
});

it('reads less from further away', () => {
  expect([1, 0.5, 0.2].map(detailAt)).toEqual(['near', 'middle', 'far']);
});

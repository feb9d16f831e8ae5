import { EdgeShape, Point } from './MapLayout';
import { WayPoint } from './ways';

/** px of the arrow's head */
export const HEAD = 8;
/** px by which a bow stands out */
const BOW = 40;

const px = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${px(x)} ${px(y)}`;

/**
 * Draws a way: straight where it crosses a column, in between as a curve that
 * leaves and arrives level.
 */
export function edgeShape(way: WayPoint[]): EdgeShape {
  const points = way.filter(
    (point, index) =>
      index === 0 ||
      point.bow ||
      point.x !== way[index - 1].x ||
      point.y !== way[index - 1].y,
  );
  const tip = points[points.length - 1];
  const before = points[points.length - 2] ?? tip;
  const towards = tip.bow || tip.x < before.x ? 'left' : 'right';
  const end = { ...tip, x: tip.x + (towards === 'left' ? HEAD : -HEAD) };
  const drawn = [...points.slice(0, -1), end];
  const pieces = drawn.slice(1).map((point, index) => {
    const from = drawn[index];
    return point.bow ? bow(from, point) : curve(from, point);
  });
  return {
    path: `M${at(drawn[0])}${pieces.join('')}`,
    head: { x: px(tip.x), y: px(tip.y), towards },
    middle: middleOf(drawn),
  };
}

function curve(from: Point, to: Point): string {
  if (Math.abs(from.y - to.y) < 0.05) {
    return `L${at(to)}`;
  }
  const middle = (from.x + to.x) / 2;
  return `C${at({ x: middle, y: from.y })} ${at({ x: middle, y: to.y })} ${at(
    to,
  )}`;
}

function bow(from: Point, to: Point): string {
  const x = Math.max(from.x, to.x) + BOW;
  return `C${at({ x, y: from.y })} ${at({ x, y: to.y })} ${at(to)}`;
}

/** Half way along its longest piece: a mark there has most room. */
function middleOf(points: WayPoint[]): Point {
  let best = { length: -1, middle: points[0] as Point };
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    const x = b.bow ? Math.max(a.x, b.x) + BOW * 0.75 : (a.x + b.x) / 2;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length > best.length) {
      best = { length, middle: { x, y: (a.y + b.y) / 2 } };
    }
  }
  return { x: px(best.middle.x), y: px(best.middle.y) };
}

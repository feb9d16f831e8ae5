import { Rect } from '../engine/MapLayout';

const steps = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
} as const;
export type ArrowKey = keyof typeof steps;

export const isArrow = (key: string): key is ArrowKey =>
  Object.hasOwn(steps, key);

const middle = ({ x, y, width, height }: Rect) => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Aside counts more than ahead, so that a row is followed to its end. */
const ASIDE = 2.5;

/** The nearest node that way; undefined at the edge of the map. */
export function nodeInDirection(
  places: Record<string, Rect>,
  from: string,
  key: ArrowKey,
): string | undefined {
  const start = places[from] && middle(places[from]);
  if (!start) {
    return Object.keys(places).sort()[0];
  }
  const step = steps[key];
  let best: { id: string; cost: number } | undefined;
  for (const [id, rect] of Object.entries(places)) {
    const { x, y } = middle(rect);
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = dx * step.x + dy * step.y;
    const aside = Math.abs(dx * step.y) + Math.abs(dy * step.x);
    const cost = ahead + aside * ASIDE;
    const nearer =
      !best || cost < best.cost || (cost === best.cost && id < best.id);
    if (id !== from && ahead > 1 && nearer) {
      best = { id, cost };
    }
  }
  return best?.id;
}

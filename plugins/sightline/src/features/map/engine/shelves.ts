import { Point } from './MapLayout';

export type Size = { width: number; height: number };

/**
 * Puts blocks without any bond onto shelves below each other, each as high as
 * its highest block.
 */
export function shelves(
  blocks: Size[],
  { width, gap }: { width: number; gap: number },
): Size & { corners: Point[] } {
  let [x, y, high, wide] = [0, 0, 0, 0];
  const corners = blocks.map(block => {
    if (x > 0 && x + block.width > width) {
      [x, y, high] = [0, y + high + gap, 0];
    }
    const corner = { x, y };
    x += block.width + gap;
    high = Math.max(high, block.height);
    wide = Math.max(wide, x - gap);
    return corner;
  });
  return { corners, width: wide, height: blocks.length ? y + high : 0 };
}

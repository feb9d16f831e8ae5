import { LinePoint, endOf } from './ChartPoint';
import { WORDS_HIGH, wordsWidth } from './GuideLine';
import type { Guide } from './LineChart';
import type { Drawn } from './LineGround';

const INSET = 6;

type Placing<P extends LinePoint> = Pick<Drawn<P>, 'points' | 'axis' | 'plot'>;

/**
 * Where the words of a guide begin: on the left, unless the line runs through
 * them there and not on the right.
 *
 * ```
 *   ──╮   ticket from 1×            │  ticket from 1×    ╭──
 *   ┄┄│┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄             │  ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄│┄┄
 *     ╰───────────────              │  ──────────────────╯
 * ```
 */
export function freeSide<P extends LinePoint>(
  { points, axis, plot }: Placing<P>,
  guide: Guide,
): number {
  const bottom = plot.y(axis.share(guide.value));
  const wide = wordsWidth(guide);
  const left = plot.left + INSET;
  const right = Math.max(left, plot.right - INSET - wide);
  const crossed = (from: number) => {
    const levels = points
      .filter(
        point =>
          plot.x(endOf(point)) >= from && plot.x(point.at) <= from + wide,
      )
      .flatMap(({ value }) => (value === undefined ? [] : [value]))
      .map(value => plot.y(axis.share(value)));
    // Above them all or below them all; else it goes through, or over them.
    return (
      levels.some(y => y > bottom - WORDS_HIGH) && levels.some(y => y < bottom)
    );
  };
  return crossed(left) && !crossed(right) ? right : left;
}

import { CallLink } from '@sightline/backstage-plugin-sightline-common';

/** Neighbours drawn on a side; the rest are counted, and listed in the tables. */
const SHOWN = 8;

export const NODE = 46;
const GAP = 8;
const PITCH = NODE + GAP;
const CENTRE = 210;

/** Narrower than this the three columns become one. */
export const THREE_COLUMNS = 660;

/** Those with most calls, most first, and how many others there are. */
export const mostCalled = (
  links: CallLink[],
  leftOut: number,
): { shown: CallLink[]; more: number } => {
  const byCalls = [...links].sort((a, b) => b.figures.calls - a.figures.calls);
  const shown = byCalls.slice(0, SHOWN);
  return { shown, more: links.length - shown.length + leftOut };
};

/**
 * px of an edge's line, by the root of its calls: half as many are seen as fewer,
 * and a trickle is still seen.
 */
export const edgeWidth = (calls: number, most: number): number =>
  most > 0 ? 1.3 + 4.7 * Math.sqrt(Math.min(1, calls / most)) : 1.3;

export type Place = { y: number; path: string; end: { x: number; y: number } };

type Side = { count: number; height: number; from: number; to: number };

/** Where the nodes of a side stand, and the ways between them and the middle. */
const places = (
  { count, height, from, to }: Side,
  towards: 'centre' | 'side',
): Place[] => {
  const top = (height - count * PITCH + GAP) / 2;
  const spread = Math.min(9, 44 / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => {
    const y = top + index * PITCH;
    const own = y + NODE / 2;
    const middle = height / 2 + (index - (count - 1) / 2) * spread;
    const [start, end] = towards === 'centre' ? [own, middle] : [middle, own];
    const half = (from + to) / 2;
    // The arrow's tip covers the last 6 px of the way.
    return {
      y,
      path: `M${from} ${start}C${half} ${start} ${half} ${end} ${
        to - 6
      } ${end}`,
      end: { x: to, y: end },
    };
  });
};

/**
 * Callers, the service, callees:
 *
 * ```
 *   [caller]──╮               ╭──▶[callee]
 *   [caller]──┼──▶[service]───┼──▶[callee]
 *   [caller]──╯               ╰──▶[callee]
 * ```
 */
export function neighbourLayout(
  width: number,
  callers: number,
  callees: number,
) {
  const gap = Math.max(56, Math.min(150, width * 0.11));
  const centre = Math.min(CENTRE, width * 0.25);
  const side = (width - centre - 2 * gap) / 2;
  const height = Math.max(callers, callees, 2) * PITCH - GAP;
  const left = side + gap;
  return {
    height,
    side,
    centre: { x: left, y: (height - NODE - 12) / 2, width: centre },
    callers: places({ count: callers, height, from: side, to: left }, 'centre'),
    callees: places(
      { count: callees, height, from: left + centre, to: width - side },
      'side',
    ),
  };
}

import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { TimeWindow, windowAt, WindowLengths, windowOf } from './windowAt';

export type WindowsToAsk = {
  /** oldest first; empty when all that are over were told */
  windows: TimeWindow[];
  /** older ones that are left out, so as not to ask for a whole night at once */
  missed: number;
};

const windowsAtMost = 3;

/** A success is dated to the end of its round, which knows the windows up to its beginning. */
const longestRound: Millis = 60_000;

/**
 * The windows that nobody asked about yet, as far as one can know: this process
 * knows what it told, and of the others when the last of them had success. Where
 * that leaves a doubt, a window is asked about again, which costs a few questions
 * and counts nothing: its report has the number of the one before.
 *
 * ```
 *   … 14 ─ 15 ─ 16 ─ 17 ─ 18 ─ 19     newest: 19
 *     told │ in doubt │ untold        asked: 17, 18, 19 · missed: none
 * ```
 */
export const windowsToAsk = (
  now: Instant,
  known: WindowLengths & { told: number; lastGood?: Instant },
): WindowsToAsk => {
  const { told, lastGood = -Infinity } = known;
  const newest = windowAt(now, known).number;
  const surely = Math.max(
    told,
    windowAt(lastGood - longestRound, known).number - 1,
  );
  const perhaps = Math.max(told, windowAt(lastGood, known).number);
  const isFirst = surely === -Infinity;
  const untold = isFirst ? 1 : Math.max(0, newest - surely);
  const asked = Math.min(untold, windowsAtMost);
  return {
    windows: Array.from({ length: asked }, (_, nth) =>
      windowOf(newest - asked + 1 + nth, known),
    ),
    missed: isFirst ? 0 : Math.max(0, newest - asked - perhaps),
  };
};

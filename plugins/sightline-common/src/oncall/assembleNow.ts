import type { Evidence } from '../evidence/Evidence';
import { Instant, Millis, toIso } from '../units/time';
import { headline, stateOf } from './headline';
import type { OnCallLevel, OnCallNow, OnCallOrigin, Shift } from './model';
import type { FindPerson } from './person';
import type { RotationGap } from './rotation/slot';
import { toGap } from './toGap';

/** What an answer needs beside shifts. @public */
export type OnCallNowOptions = {
  at: Instant;
  person: FindPerson;
  team: OnCallNow['team'];
  origin: OnCallOrigin;
  warnings?: readonly string[];
  evidence?: Evidence;
};

const DAY: Millis = 86_400_000;

/** Coming gaps are told of so many days. @public */
export const GAP_DAYS = 14;

export const gapsUntil = (at: Instant): Instant => at + GAP_DAYS * DAY;

/** More of them say no more: a gap every night is fourteen. */
const GAPS_SHOWN = 30;

const told = (
  gaps: readonly RotationGap[],
  { at, timeZone, to }: { at: Instant; timeZone: string; to: Instant },
) => {
  const shown = gaps.slice(0, GAPS_SHOWN).map(gap => {
    const until = gap.to < to ? gap.to : undefined;
    return toGap(gap, { from: gap.from, until }, { at, timeZone });
  });
  const leftOut = gaps.length - shown.length;
  return {
    ...{ gaps: shown, gapsUntil: toIso(to) },
    ...(leftOut > 0 && { gapsLeftOut: leftOut }),
  };
};

/** Puts an answer together that was found in whatever way. */
export const assembleNow = (
  found: {
    levels: OnCallLevel[];
    next?: Shift;
    /** of the first level */
    gaps: readonly RotationGap[];
    /** until when gaps are known */
    to: Instant;
    timeZone: string;
  },
  options: OnCallNowOptions,
): OnCallNow => {
  const { levels, next, gaps, to, timeZone } = found;
  const { at, team, origin, warnings = [], evidence } = options;
  return {
    ...{ team, at: toIso(at), state: stateOf(levels) },
    headline: headline(levels, { at, timeZone }),
    levels,
    ...(next && { next }),
    ...told(gaps, { at, timeZone, to }),
    ...{ owners: [], origin, warnings: [...warnings] },
    ...(evidence && { evidence }),
  };
};

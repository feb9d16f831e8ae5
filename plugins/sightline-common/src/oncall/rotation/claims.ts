import type { Instant } from '../../units/time';

/** A stretch of time that holds its beginning and not its end. @public */
export type TimeRange = { from: Instant; to: Instant };

/** Somebody is on call for a while, if nothing ranks higher. */
export type Claim = TimeRange & {
  user: string;
  /** the highest at a moment wins */
  rank: number;
  /** what touches and has the same is one shift: `primary/user:default/ana` */
  shift: string;
  /** name of the layer, or id of the override */
  by: { layer: string } | { override: string };
};

/** The part of it that lies in a range, if there is one. */
export const clipped = <T extends TimeRange>(
  one: T,
  range: TimeRange,
): T | undefined => {
  const from = Math.max(one.from, range.from);
  const to = Math.min(one.to, range.to);
  return from < to ? { ...one, from, to } : undefined;
};

import type { TimeRange } from './claims';

/**
 * Why nobody is on call.
 *
 * - `no-shift`: no layer serves at that time
 * - `nobody-in-it`: no layer has anybody in it
 * - `unknown-user`: somebody has the shift whom the catalog does not know
 * - `not-begun`: a rotation says nothing about the time before its first version
 * @public
 */
export const gapReasons = [
  'no-shift',
  'nobody-in-it',
  'unknown-user',
  'not-begun',
] as const;
/** @public */
export type GapReason = (typeof gapReasons)[number];

/** Somebody is on call, after all layers and overrides. @public */
export type FinalShift = TimeRange & {
  level: number;
  /** entity ref */
  user: string;
  /** name of the layer, or id of the override that it comes from */
  by: { layer: string } | { override: string };
};

/** Nobody is on call. @public */
export type RotationGap = TimeRange & {
  level: number;
  reason: GapReason;
  /** who is not known */
  user?: string;
};

/** A stretch of time with one answer. @public */
export type Slot = FinalShift | RotationGap;

/** @public */
export const isGap = (slot: Slot): slot is RotationGap => 'reason' in slot;

/** Whether the catalog knows a user; left out, it knows everybody. @public */
export type IsKnownUser = (ref: string) => boolean;

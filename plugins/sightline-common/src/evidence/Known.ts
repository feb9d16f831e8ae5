import { Evidence } from './Evidence';

/**
 * Why something is not known. Never replaced by 0, by "pass" or by green.
 *
 * - `no-data`: the source answered, and had nothing about this service
 * - `not-configured`: nobody has told Sightline where to look
 * - `source-unavailable`: the source could not be asked, and nothing older is kept
 * - `too-few-events`: there is data, but not enough to say anything
 * - `not-permitted`: it is known, but not to you
 * @public
 */
export const unknownReasons = [
  'no-data',
  'not-configured',
  'source-unavailable',
  'too-few-events',
  'not-permitted',
] as const;

/** @public */
export type UnknownReason = (typeof unknownReasons)[number];

/** @public */
export type Unknown = {
  state: 'unknown';
  reason: UnknownReason;
  /** one sentence for people: what to do about it, or what exactly is missing */
  detail?: string;
};

/** A value with its evidence, or the reason why there is none. @public */
export type Known<T> =
  | { state: 'known'; value: T; evidence: Evidence }
  | Unknown;

/** @public */
export const known = <T>(value: T, evidence: Evidence): Known<T> => ({
  state: 'known',
  value,
  evidence,
});

/** @public */
export const unknown = (reason: UnknownReason, detail?: string): Unknown =>
  detail === undefined
    ? { state: 'unknown', reason }
    : { state: 'unknown', reason, detail };

import { Instant, IsoTime, Millis, toInstant } from '../units/time';

/**
 * Where a statement comes from, when it was seen, and for how long it may be
 * believed. Whatever the portal shows carries one.
 *
 * ```
 *   observedAt            observedAt + validFor
 *       ├──────── fresh ────────┤──── stale ────▶
 * ```
 * @public
 */
export type Evidence = {
  /** id of the source, as on the Sources page: `catalog`, `prometheus` */
  source: string;
  observedAt: IsoTime;
  validFor: Millis;
};

/** How long ago it was seen; a source whose clock runs ahead counts as "just now". @public */
export const ageOf = (evidence: Evidence, now: Instant): Millis =>
  Math.max(0, now - (toInstant(evidence.observedAt) ?? now));

/** @public */
export const isStale = (evidence: Evidence, now: Instant): boolean =>
  ageOf(evidence, now) > evidence.validFor;

declare const brand: unique symbol;

/** A length of time in milliseconds. @public */
export type Millis = number & { readonly [brand]?: 'Millis' };

/** A moment as milliseconds since 1970-01-01T00:00:00Z; what engines compute with. @public */
export type Instant = number & { readonly [brand]?: 'Instant' };

/** A moment as it crosses the wire: ISO 8601 in UTC, `2026-11-21T02:00:00.000Z`. @public */
export type IsoTime = string & { readonly [brand]?: 'IsoTime' };

/** @public */
export const toIso = (instant: Instant): IsoTime =>
  new Date(instant).toISOString();

/**
 * Reads a moment from the wire; `undefined` for anything that is none, so that
 * a caller must say what it does about it.
 * @public
 */
export const toInstant = (iso: string): Instant | undefined => {
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? undefined : instant;
};

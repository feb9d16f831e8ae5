declare const brand: unique symbol;

/** A share of a whole, 0..1. Percent exists only in views. @public */
export type Ratio = number & { readonly [brand]?: 'Ratio' };

/**
 * `part / whole`, or `undefined` when there is no whole to take a share of.
 *
 * @example `ratioOf(3, 4)` is 0.75; `ratioOf(0, 0)` is undefined, not 0 and not 1
 * @public
 */
export const ratioOf = (part: number, whole: number): Ratio | undefined =>
  whole > 0 ? part / whole : undefined;

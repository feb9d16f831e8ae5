import { Ratio } from '../units/ratio';

/**
 * The availability of something that needs all of these at once: their product.
 * A map, because a dependency counts once, however many ways lead to it.
 *
 * An upper bound: it takes failures to be independent, and the one that needs
 * them never to fail by itself.
 *
 * Source: Treynor, Dahlin, Rau, Beyer, "The Calculus of Service Availability",
 * ACM Queue 15(2), 2017.
 * Domain: each 0..1; 1 for none at all.
 *
 * @example five at 0.999: 0.99500999
 * @public
 */
export const seriesAvailability = (
  dependencies: ReadonlyMap<string, Ratio>,
): Ratio =>
  [...dependencies.values()].reduce((product, each) => product * each, 1);

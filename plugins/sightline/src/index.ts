/**
 * Sightline for the new frontend system; `./legacy` has the same for the old one.
 *
 * @packageDocumentation
 */
export { sightlinePlugin as default } from './plugin';

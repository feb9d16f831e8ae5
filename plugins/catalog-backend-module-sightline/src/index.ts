/**
 * The catalog's side of Sightline: says at once what changed, and checks the
 * `sightline.dev/*` annotations.
 *
 * @packageDocumentation
 */
export { catalogModuleSightline as default } from './module';

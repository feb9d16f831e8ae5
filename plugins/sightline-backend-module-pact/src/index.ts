/**
 * Mirrors Pact Brokers, and asks them whether a version may be deployed.
 *
 * @packageDocumentation
 */
export { sightlineModulePact as default } from './module';

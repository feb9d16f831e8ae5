/**
 * Asks Jaeger and Tempo for traces, and says who calls whom.
 *
 * @packageDocumentation
 */
export { sightlineModuleTraces as default } from './module';

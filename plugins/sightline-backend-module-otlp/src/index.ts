/**
 * Receives traces over OTLP/HTTP and counts who calls whom.
 *
 * @packageDocumentation
 */
export { sightlineModuleOtlp as default } from './module';

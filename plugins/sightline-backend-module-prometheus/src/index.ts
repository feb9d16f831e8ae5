/**
 * Reads who calls whom from metrics in Prometheus, Mimir or Thanos.
 *
 * @packageDocumentation
 */
export { sightlineModulePrometheus as default } from './module';

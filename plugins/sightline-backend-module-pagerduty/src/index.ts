/**
 * Says who is on call by PagerDuty.
 *
 * @packageDocumentation
 */
export { sightlineModulePagerDuty as default } from './module';

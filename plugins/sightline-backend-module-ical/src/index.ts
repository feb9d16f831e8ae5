/**
 * Says who is on call by calendars.
 *
 * @packageDocumentation
 */
export { sightlineModuleIcal as default } from './module';

/**
 * Keeps what the sources saw about every service, and answers for it.
 *
 * @packageDocumentation
 */
export { sightlinePlugin as default } from './plugin';
export {
  createSightlineConditionalDecision,
  serviceResourceRef,
  sightlineConditions,
} from './features/services/api/permissionRules';
export type {
  OwnedService,
  OwnerQuery,
} from './features/services/api/permissionRules';

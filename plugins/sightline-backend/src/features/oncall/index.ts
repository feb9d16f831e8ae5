/**
 * Who answers for a team now, next and at any moment before, where nobody does, and
 * who was put in somebody's place.
 */
export { addOnCallApi } from './api/addOnCallApi';
export { createOnCall } from './createOnCall';
export type { OnCall, OnCallFleet, OnCallOptions } from './OnCall';
export type { OnCallReader } from './OnCallReader';

/**
 * Objectives from five places as one list: OpenSLO documents, what is pushed,
 * what Sloth and Pyrra have rules for, a tier's defaults, a service's own calls.
 */
export { createObjectiveBook, unmeasured } from './createObjectiveBook';
export type { ObjectiveBookOptions } from './createObjectiveBook';
export type {
  Discovered,
  ObjectiveBook,
  ObjectivesInForce,
  ResolveNames,
  ServicePages,
} from './ObjectiveBook';
export type {
  PushedObjective,
  PushedObjectives,
} from './pushed/PushedObjectives';
export { readSloConfig } from './readSloConfig';
export type { SloConfig } from './SloConfig';

/**
 * What both halves of Sightline agree on.
 *
 * @packageDocumentation
 */
export * from './units/time';
export * from './units/ratio';
export * from './units/zonedTime';
export * from './calls/model';
export * from './calls/observed';
export * from './calls/observedDependencies';
export * from './calls/party';
export * from './calls/figures';
export * from './calls/drift';
export * from './calls/map';
export * from './calls/journeys';
export * from './calls/impact';
export * from './calls/serviceCalls';
export * from './calls/latencyBuckets';
export * from './calls/traceLink';
export * from './evidence/Evidence';
export * from './evidence/Known';
export * from './facts/model';
export * from './services/ServiceRef';
export * from './services/model';
export * from './services/events';
export * from './services/validateAnnotations';
export * from './sources/model';
export * from './slo/objective';
export * from './slo/status';
export * from './slo/feasibility';
export * from './slo/answers';
export * from './slo/errorBudget';
export * from './slo/burnRate';
export * from './slo/budgetUsed';
export * from './slo/budgetRemaining';
export * from './slo/alertThreshold';
export * from './slo/timeToExhaustion';
export * from './slo/detectionTime';
export * from './slo/scaledWindow';
export * from './slo/allowedBad';
export * from './slo/allowedTime';
export * from './slo/seriesAvailability';
export * from './slo/extraNine';
export * from './slo/neededOfEach';
export * from './slo/calendarWindow';
export * from './slo/windowAt';
export * from './contracts/model';
export * from './workloads/model';
export * from './workloads/safeToDeploy';
export * from './lookup/model';
export * from './lookup/brief';
export * from './oncall/person';
export * from './oncall/model';
export * from './oncall/ownership';
export * from './oncall/headline';
export * from './oncall/localClock';
export * from './oncall/toGap';
export * from './oncall/toShift';
export { GAP_DAYS } from './oncall/assembleNow';
export type { OnCallNowOptions } from './oncall/assembleNow';
export * from './oncall/rotationNow';
export * from './oncall/feedNow';
export * from './oncall/roster/Roster';
export { rosterNow } from './oncall/roster/rosterNow';
export * from './oncall/roster/rosterHistory';
export {
  peopleOf,
  rosterPersonOf,
  rosterSlots,
} from './oncall/roster/rosterSlots';
export type {
  FindRosterPerson,
  RosterLevel,
} from './oncall/roster/rosterSlots';
export * from './oncall/summary';
export * from './oncall/feed/FeedShift';
export * from './oncall/feed/feedSlots';
export * from './oncall/rotation/model';
export * from './oncall/rotation/slot';
export * from './oncall/rotation/slots';
export * from './oncall/rotation/finalShifts';
export * from './oncall/rotation/onCallAt';
export type { TimeRange } from './oncall/rotation/claims';
export { ROTATION_DAYS_AT_MOST } from './oncall/rotation/horizon';
export * from './permissions';
export * from './schema/openapi/generated';

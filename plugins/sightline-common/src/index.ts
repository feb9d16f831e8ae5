/**
 * What both halves of Sightline agree on.
 *
 * @packageDocumentation
 */
export * from './units/time';
export * from './units/ratio';
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
export * from './permissions';
export * from './schema/openapi/generated';

/**
 * What runs where, how far its rollouts are, what ails it, and when it was
 * deployed.
 */
export { addWorkloadsApi } from './api/addWorkloadsApi';
export { createWorkloads } from './createWorkloads';
export type { Workloads, WorkloadsOptions } from './Workloads';
export type { ServiceRollout, WorkloadsReader } from './WorkloadsReader';

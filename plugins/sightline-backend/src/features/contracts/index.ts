/**
 * Who has promised what to whom, whether it is kept, and whether a version may go
 * somewhere.
 */
export { addContractsApi } from './api/addContractsApi';
export { createContracts } from './createContracts';
export type { Contracts, ContractsOptions } from './Contracts';
export type { ContractsReader } from './ContractsReader';

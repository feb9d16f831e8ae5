/**
 * Harbour for those who hold a portal against its truth.
 *
 * @packageDocumentation
 */
export type { Tally } from './delivery/Sender.ts';
export type { CallTree, Drift, Truth } from './engine/Truth.ts';
export { startKubernetes } from './kubernetes/startKubernetes.ts';
export { startPact } from './pact/startPact.ts';
export { startPrometheus } from './prometheus/startPrometheus.ts';
export { readTruth } from './readTown.ts';
export { tellPast } from './tellPast.ts';

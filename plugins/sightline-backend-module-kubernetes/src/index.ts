/**
 * Watches Kubernetes clusters: what runs, how rollouts go and what ails the pods.
 *
 * @packageDocumentation
 */
export { sightlineModuleKubernetes as default } from './module';

export { prometheusRules } from './prometheusRules';
export type { RuledObjective } from './RuledObjective';

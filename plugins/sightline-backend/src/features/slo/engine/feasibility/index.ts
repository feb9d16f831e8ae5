export { judgeFeasibility } from './judgeFeasibility';
export type { FeasibilityInput } from './judgeFeasibility';
export type { NeededInput } from './NeededInput';

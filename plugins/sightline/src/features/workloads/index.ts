export { WorkloadsTab } from './WorkloadsTab';
export { WorkloadsCard } from './card/WorkloadsCard';
export { SafeToDeployCard } from './safe/SafeToDeployCard';

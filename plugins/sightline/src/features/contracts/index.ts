export { ContractsPage } from './ContractsPage';
export { ContractsCard } from './card/ContractsCard';
export { ContractsTab } from './tab/ContractsTab';

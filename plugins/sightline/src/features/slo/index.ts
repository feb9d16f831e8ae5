export { SloTab } from './SloTab';
export { SloCard } from './card/SloCard';

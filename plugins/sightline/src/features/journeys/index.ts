export { JourneysPage } from './JourneysPage';
export { JourneysThroughCard } from './through/JourneysThroughCard';

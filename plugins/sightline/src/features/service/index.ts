export { DependenciesCard, KnownAsCard, StripCard } from './cards';

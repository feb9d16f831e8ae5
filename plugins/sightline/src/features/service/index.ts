export { DependenciesCard, KnownAsCard, StripCard } from './cards';
export { DossierCard } from './DossierCard';
export { useDossier } from './useDossier';

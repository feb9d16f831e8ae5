import { DependenciesView } from './DependenciesView';
import { KnownAsView } from './KnownAsView';
import { StripView } from './StripView';
import { useDossier } from './useDossier';
import { useServiceRef } from './useServiceRef';

const useOwnDossier = () => useDossier(useServiceRef());

export const StripCard = () => <StripView dossier={useOwnDossier()} />;
export const DependenciesCard = () => (
  <DependenciesView dossier={useOwnDossier()} />
);
export const KnownAsCard = () => <KnownAsView dossier={useOwnDossier()} />;

import { useServiceRef } from '../../ui/useServiceRef';
import { KnownAsView } from './KnownAsView';
import { StripView } from './StripView';
import { useDossier } from './useDossier';

export { DependenciesCard } from './dependencies/DependenciesCard';

const useOwnDossier = () => useDossier(useServiceRef());

export const StripCard = () => <StripView dossier={useOwnDossier()} />;
export const KnownAsCard = () => <KnownAsView dossier={useOwnDossier()} />;

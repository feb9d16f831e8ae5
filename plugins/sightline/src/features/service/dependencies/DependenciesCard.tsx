import { useEntity } from '@backstage/plugin-catalog-react';
import { useServiceRef } from '../../../ui/useServiceRef';
import { useDossier } from '../useDossier';
import { DependenciesView } from './DependenciesView';
import { editUrl } from './editUrl';
import { useDrift } from './useDrift';

export const DependenciesCard = () => {
  const { entity } = useEntity();
  const service = useServiceRef();
  return (
    <DependenciesView
      name={entity.metadata.name}
      drift={useDrift(service)}
      dossier={useDossier(service)}
      hrefOf={patch => editUrl(entity, patch.file)}
    />
  );
};

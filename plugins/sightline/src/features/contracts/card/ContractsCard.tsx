import { entityContractsRouteRef } from '../../../routes';
import { EntityLinks } from '../../../ui/EntityLink';
import { useKnownRoute } from '../../../ui/useKnownRoute';
import { useServiceRef } from '../../../ui/useServiceRef';
import { useServiceContracts } from '../useServiceContracts';
import { ContractsCardView } from './ContractsCardView';

/** The contracts of the service whose entity page this is. */
export const ContractsCard = () => {
  const service = useServiceRef();
  const tab = useKnownRoute(entityContractsRouteRef)?.();
  return (
    <EntityLinks>
      <ContractsCardView asked={useServiceContracts(service)} tab={tab} />
    </EntityLinks>
  );
};

import { entityWorkloadsRouteRef } from '../../../routes';
import { EntityLinks } from '../../../ui/EntityLink';
import { useKnownRoute } from '../../../ui/useKnownRoute';
import { useServiceRef } from '../../../ui/useServiceRef';
import { useServiceWorkloads } from '../useServiceWorkloads';
import { WorkloadsCardView } from './WorkloadsCardView';

/** What runs for the service whose entity page this is. */
export const WorkloadsCard = () => {
  const service = useServiceRef();
  const tab = useKnownRoute(entityWorkloadsRouteRef)?.();
  return (
    <EntityLinks>
      <WorkloadsCardView asked={useServiceWorkloads(service)} tab={tab} />
    </EntityLinks>
  );
};

import { entitySloRouteRef } from '../../../routes';
import { EntityLinks } from '../../../ui/EntityLink';
import { useKnownRoute } from '../../../ui/useKnownRoute';
import { useServiceRef } from '../../../ui/useServiceRef';
import { useServiceObjectives } from '../useServiceObjectives';
import { SloCardView } from './SloCardView';

/** The objectives of the service whose entity page this is. */
export const SloCard = () => {
  const service = useServiceRef();
  const tab = useKnownRoute(entitySloRouteRef)?.();
  return (
    <EntityLinks>
      <SloCardView
        service={service}
        asked={useServiceObjectives(service)}
        tab={tab}
      />
    </EntityLinks>
  );
};

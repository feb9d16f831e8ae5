import { useKnownRoute } from '../../../ui/useKnownRoute';
import { useServiceRef } from '../../../ui/useServiceRef';
import { journeysRouteRef } from '../../../routes';
import { JourneysThrough } from './JourneysThrough';
import { useJourneysThrough } from './useJourneysThrough';
import { allJourneys, formatViewpoint } from '../viewpoint';

/** The journeys through the service whose entity page this is. */
export const JourneysThroughCard = () => {
  const service = useServiceRef();
  const page = useKnownRoute(journeysRouteRef)?.();
  const hrefOf = (journey?: string) =>
    `${page}?${formatViewpoint({ ...allJourneys, service, journey })}`;
  return (
    <JourneysThrough
      journeys={useJourneysThrough(service)}
      hrefOf={page === undefined ? undefined : hrefOf}
    />
  );
};

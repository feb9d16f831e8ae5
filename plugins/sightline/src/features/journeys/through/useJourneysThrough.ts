import { useApi } from '@backstage/core-plugin-api';
import { JourneysPage } from '@sightline/backstage-plugin-sightline-common';
import { JourneysQuery, sightlineApiRef, useAsk } from '../../../api';

/** As many as one takes in at a glance; the page has them all. */
const MOST_ON_CARD = 8;

/**
 * The journeys that pass through a service. Another service's are never kept on
 * while these load: they would be a lie under its name.
 */
export function useJourneysThrough(service: string) {
  const api = useApi(sightlineApiRef);
  const query: JourneysQuery = { service, limit: MOST_ON_CARD };
  return useAsk<JourneysPage>(
    `through ${service}`,
    options => api.getJourneys(query, options),
    { every: 60_000, keep: false },
  );
}

import { useApi } from '@backstage/core-plugin-api';
import {
  ServiceObjectives,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../api';

/** Card and tab ask this, and the client makes one request of it. */
export function useServiceObjectives(
  service: ServiceRef,
): Asked<ServiceObjectives> {
  const api = useApi(sightlineApiRef);
  return useAsk<ServiceObjectives>(
    `objectives ${service}`,
    options => api.getServiceObjectives(service, options),
    { every: 60_000, keep: false },
  );
}

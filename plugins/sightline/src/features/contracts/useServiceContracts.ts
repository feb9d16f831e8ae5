import { useApi } from '@backstage/core-plugin-api';
import {
  ServiceContracts,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../api';

/** Card and tab ask this, and the client makes one request of it. */
export function useServiceContracts(
  service: ServiceRef,
): Asked<ServiceContracts> {
  const api = useApi(sightlineApiRef);
  return useAsk<ServiceContracts>(
    `contracts ${service}`,
    options => api.getServiceContracts(service, options),
    { every: 60_000, keep: false },
  );
}

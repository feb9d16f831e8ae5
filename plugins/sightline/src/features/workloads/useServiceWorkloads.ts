import { useApi } from '@backstage/core-plugin-api';
import {
  ServiceRef,
  ServiceWorkloads,
} from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../api';

/** Card and tab ask this, and the client makes one request of it. */
export function useServiceWorkloads(
  service: ServiceRef,
): Asked<ServiceWorkloads> {
  const api = useApi(sightlineApiRef);
  return useAsk<ServiceWorkloads>(
    `workloads ${service}`,
    options => api.getServiceWorkloads(service, options),
    { every: 30_000, keep: false },
  );
}

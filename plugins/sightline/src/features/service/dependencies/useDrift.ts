import { useApi } from '@backstage/core-plugin-api';
import {
  DependencyDrift,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../../api';

/** Whether catalog, traces and contracts agree; never another service's answer. */
export function useDrift(service: ServiceRef): Asked<DependencyDrift> {
  const api = useApi(sightlineApiRef);
  return useAsk<DependencyDrift>(
    `drift ${service}`,
    options => api.getDependencyDrift(service, options),
    { every: 60_000, keep: false },
  );
}

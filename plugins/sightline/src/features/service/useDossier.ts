import { useApi } from '@backstage/core-plugin-api';
import {
  Dossier,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../api';

/**
 * All that is known about a service. Every card on the page calls this, and the
 * client makes one request of it. The last service's dossier is never kept on
 * while the next loads: it would be a lie under the new name.
 */
export function useDossier(service: ServiceRef): Asked<Dossier> {
  const api = useApi(sightlineApiRef);
  return useAsk<Dossier>(
    `dossier ${service}`,
    options => api.getDossier(service, options),
    {
      every: 60_000,
      keep: false,
    },
  );
}

import { Objective } from '@sightline/backstage-plugin-sightline-common';
import { useCallback } from 'react';
import { useEntityHref } from '../../ui/EntityLink';

/** Where an objective is told of in full: the SLO tab of its service. */
export function useSloTab() {
  const href = useEntityHref();
  return useCallback(
    ({ service, name }: Pick<Objective, 'service' | 'name'>) =>
      `${href(service)}/slo?objective=${encodeURIComponent(name)}`,
    [href],
  );
}

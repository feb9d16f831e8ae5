import { useApi } from '@backstage/core-plugin-api';
import { OnCallNow } from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../api';

/** Who answers for a service, or for a team, now. */
export function useOnCall(entityRef: string): Asked<OnCallNow> {
  const api = useApi(sightlineApiRef);
  const isTeam = entityRef.startsWith('group:');
  return useAsk<OnCallNow>(
    `on call ${entityRef}`,
    options =>
      isTeam
        ? api.getTeamOnCall(entityRef, options)
        : api.getServiceOnCall(entityRef, options),
    { every: 60_000, keep: false },
  );
}

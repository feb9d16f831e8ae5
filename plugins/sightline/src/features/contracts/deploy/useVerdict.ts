import { useApi } from '@backstage/core-plugin-api';
import { ContractVerdict } from '@sightline/backstage-plugin-sightline-common';
import { Asked, DeployQuestion, sightlineApiRef, useAsk } from '../../../api';

/** The answer to one question; another question's answer never stands in for it. */
export function useVerdict(question: DeployQuestion): Asked<ContractVerdict> {
  const api = useApi(sightlineApiRef);
  return useAsk<ContractVerdict>(
    `verdict ${JSON.stringify(question)}`,
    options => api.getCanIDeploy(question, options),
    { keep: false },
  );
}

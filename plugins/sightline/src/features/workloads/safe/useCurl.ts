import { useApi } from '@backstage/core-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { Asked, SafeQuestion, sightlineApiRef, useAsk } from '../../../api';
import { curlFor } from './curlFor';

/** The same question for a pipeline; it holds as long as the backend stays where it is. */
export function useCurl(
  service: ServiceRef,
  question: SafeQuestion,
): Asked<string> {
  const api = useApi(sightlineApiRef);
  return useAsk<string>(
    JSON.stringify(['curl', service, question.version, question.environment]),
    async () =>
      curlFor(await api.whereToAskIfSafe(service, question), question),
    { keep: false },
  );
}

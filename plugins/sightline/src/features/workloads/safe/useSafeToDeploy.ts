import { useApi } from '@backstage/core-plugin-api';
import {
  SafeToDeploy,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Asked, SafeQuestion, sightlineApiRef, useAsk } from '../../../api';

export type SafeToDeployPage = {
  /** what is asked, as the URL holds it */
  question: SafeQuestion;
  onQuestion: (question: SafeQuestion) => void;
  asked: Asked<SafeToDeploy>;
};

const names = ['version', 'environment'] as const;
const LONGEST = 200;

const read = (params: URLSearchParams): SafeQuestion =>
  Object.fromEntries(
    names
      .map(name => [name, params.get(name)?.trim().slice(0, LONGEST)])
      .filter(([, value]) => value),
  );

/** Another question's "yes" must never stand under this one, so nothing of it is kept. */
export function useSafeToDeploy(service: ServiceRef): SafeToDeployPage {
  const api = useApi(sightlineApiRef);
  const [params, setParams] = useSearchParams();
  const question = useMemo(() => read(params), [params]);
  const asked = useAsk<SafeToDeploy>(
    JSON.stringify(['safe', service, question.version, question.environment]),
    options => api.getSafeToDeploy(service, question, options),
    { every: 30_000, keep: false },
  );
  const onQuestion = useCallback(
    (next: SafeQuestion) =>
      setParams(
        was => {
          const changed = new URLSearchParams(was);
          names.forEach(name => {
            const value = next[name]?.trim();
            changed.delete(name);
            if (value) {
              changed.set(name, value);
            }
          });
          return changed;
        },
        { preventScrollReset: true },
      ),
    [setParams],
  );
  return { question, onQuestion, asked };
}

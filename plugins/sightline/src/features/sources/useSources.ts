import { useApi } from '@backstage/core-plugin-api';
import { SourceStatus } from '@sightline/backstage-plugin-sightline-common';
import { useSearchParams } from 'react-router-dom';
import { sightlineApiRef, useAsk } from '../../api';
import { useRefreshing } from './useRefreshing';

const EVERY = 15_000;

/** Everything the list of sources shows and does. */
export function useSources() {
  const api = useApi(sightlineApiRef);
  const [params] = useSearchParams();
  const sources = useAsk<SourceStatus[]>(
    'sources',
    options => api.getSources(options),
    {
      every: EVERY,
    },
  );
  return {
    sources,
    pointedAt: params.get('source') ?? undefined,
    refreshing: useRefreshing(sources.retry),
  };
}

export type Sources = ReturnType<typeof useSources>;

import { useApi } from '@backstage/core-plugin-api';
import {
  LookupAnswer,
  OnCallNow,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../api';
import { askBrief } from './brief/askBrief';
import type { Brief } from './brief/composeBrief';
import { recall } from './memory/recall';
import { remembering } from './memory/remembering';
import { useMemory } from './memory/useMemory';

/** Page and dialog ask for as many, so that one finds what the other was told. */
const MATCHES = 10;

/** Nobody asked for anything, so nobody is asked. */
const nothing: LookupAnswer = {
  ...{ q: '', form: 'words', matches: [], leftOut: 0, parties: [] },
  snapshot: { state: 'live', words: '', services: 0, clues: 0, lost: 0 },
};

/** What may be meant; the last good answer where the backend is away. */
export function useLookup(q: string): Asked<LookupAnswer> {
  const api = useApi(sightlineApiRef);
  const memory = useMemory();
  return useAsk<LookupAnswer>(
    `lookup ${q}`,
    q === ''
      ? async () => nothing
      : remembering({
          ...{ memory, key: `lookup:${q.toLocaleLowerCase()}` },
          ask: options => api.getLookup({ q, limit: MATCHES }, options),
          otherwise: kept => recall(kept.all<LookupAnswer>('lookup:'), q),
        }),
  );
}

/** Who answers for it now. */
export function useResponder(service: ServiceRef): Asked<OnCallNow> {
  const api = useApi(sightlineApiRef);
  const memory = useMemory();
  return useAsk<OnCallNow>(
    `on call ${service}`,
    remembering({
      ...{ memory, key: `on-call:${service}` },
      ask: options => api.getServiceOnCall(service, options),
    }),
    { every: 60_000, keep: false },
  );
}

/** What burns, what changed, who is hit. */
export function useBrief(service: ServiceRef): Asked<Brief> {
  const api = useApi(sightlineApiRef);
  const memory = useMemory();
  return useAsk<Brief>(
    `brief ${service}`,
    remembering({
      ...{ memory, key: `brief:${service}` },
      ask: options => askBrief(api, service, options),
    }),
    { every: 30_000, keep: false },
  );
}

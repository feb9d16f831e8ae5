import { useApi } from '@backstage/core-plugin-api';
import {
  BlastRadius,
  CallMap,
  Ratio,
  ServiceRef,
  Suspects,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { Asked, sightlineApiRef, useAsk } from '../../api';
import { MapQuery } from './mapQuery';
import { toCallsQuery } from './mapQuestion';
import { sharesOnMap } from './sharesOnMap';

/** A service of the catalog; stores and outsiders cannot be asked about. */
export const serviceOf = (id: string): ServiceRef | undefined =>
  id.startsWith('component:') ? toServiceRef(id) : undefined;

export type Impact = {
  /** the service that is asked about */
  service?: ServiceRef;
  blast: Asked<BlastRadius | undefined>;
  suspects: Asked<Suspects | undefined>;
  /** what of each node would fail, while a failure is looked at */
  shares?: Map<string, Ratio>;
};

/** What else is asked about the chosen service: who fails with it, or what explains its errors. */
export function useImpact(query: MapQuery, map?: CallMap): Impact {
  const api = useApi(sightlineApiRef);
  const { chosen, show } = query;
  const service =
    chosen?.kind === 'node' && show ? serviceOf(chosen.id) : undefined;
  const calls = toCallsQuery(query);
  const key = (what: string) =>
    service && show === what
      ? `${what} ${service} ${JSON.stringify(calls)}`
      : `no ${what}`;

  // `earlier` of another question's type: an answer from memory is not needed here.
  const blast = useAsk<BlastRadius | undefined>(
    key('blast'),
    async ({ signal, fresh }) =>
      service && show === 'blast'
        ? api.getBlastRadius(service, calls, { signal, fresh })
        : undefined,
    { keep: false },
  );
  const suspects = useAsk<Suspects | undefined>(
    key('suspects'),
    async ({ signal, fresh }) =>
      service && show === 'suspects'
        ? api.getSuspects(service, calls, { signal, fresh })
        : undefined,
    { keep: false },
  );
  const shares = useMemo(
    () => blast.value && map && sharesOnMap(blast.value, map),
    [blast.value, map],
  );
  return { service, blast, suspects, shares };
}

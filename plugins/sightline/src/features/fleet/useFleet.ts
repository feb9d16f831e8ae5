import { useApi } from '@backstage/core-plugin-api';
import { ServiceRow } from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import {
  ServiceFacets,
  ServicesPage,
  sightlineApiRef,
  useAsk,
  usePages,
} from '../../api';
import { useDownload } from '../../ui/export/useDownload';
import { facetsOf } from './facetsOf';
import {
  FleetFacet,
  FleetSort,
  formatFleetQuery,
  toServicesQuery,
  toggled,
  wholeFleet,
} from './fleetQuery';
import { useFleetQuery } from './useFleetQuery';

const EVERY = 60_000;
/** The first page is small to be there soon; the next are few and large. */
const FIRST_PAGE = 60;
const PAGE = 200;

/** Everything the Fleet page shows and does. */
export function useFleet() {
  const api = useApi(sightlineApiRef);
  const [query, setQuery] = useFleetQuery();
  const asked = useMemo(() => toServicesQuery(query), [query]);
  const csv = useDownload(() => api.getServicesCsv(asked), 'fleet');

  const services = usePages<ServiceRow, ServicesPage>(
    formatFleetQuery(query).toString(),
    (cursor, options) =>
      api.getServices(
        { ...asked, cursor, limit: cursor ? PAGE : FIRST_PAGE },
        options,
      ),
    { every: EVERY },
  );

  const { sort: _sort, order: _order, ...filter } = asked;
  const facets = useAsk<ServiceFacets>(
    JSON.stringify(filter),
    options => api.getServiceFacets(filter, options),
    { every: EVERY },
  );

  return {
    query,
    services,
    csv,
    facets: facetsOf(query, facets.value),
    onText: (q: string) => setQuery(was => ({ ...was, q }), { replace: true }),
    onFacet: (facet: string, value: string) =>
      setQuery(was => toggled(was, facet as FleetFacet, value)),
    onToggle: (name: string) =>
      setQuery(was => {
        const toggle = name as 'mine' | 'unowned';
        return { ...was, [toggle]: !was[toggle] };
      }),
    onSort: ({ by, order }: { by: string; order: 'asc' | 'desc' }) =>
      setQuery(was => ({ ...was, sort: by as FleetSort, order })),
    onClear: () =>
      setQuery(({ sort, order }) => ({ ...wholeFleet, sort, order })),
  };
}

export type Fleet = ReturnType<typeof useFleet>;

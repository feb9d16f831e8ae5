import { useApi } from '@backstage/core-plugin-api';
import {
  ObjectiveRow,
  ObjectiveState,
} from '@sightline/backstage-plugin-sightline-common';
import { useCallback, useMemo } from 'react';
import { ServiceFacets, sightlineApiRef, useAsk } from '../../api';
import { useDownload } from '../../ui/export/useDownload';
import { slosFacetsOf } from './slosFacetsOf';
import {
  Look,
  SlosFacet,
  SlosQuery,
  SlosSort,
  allObjectives,
  onlyState,
  statesApart,
  toObjectivesQuery,
  toggled,
} from './slosQuery';
import { useObjectives } from './useObjectives';
import { useSlosQuery } from './useSlosQuery';

/** Everything the SLOs page shows and does. */
export function useSlos() {
  const api = useApi(sightlineApiRef);
  const [query, setQuery] = useSlosQuery();
  const asked = useMemo(() => toObjectivesQuery(query), [query]);
  const apart = statesApart(query);
  const told = useObjectives(asked, apart.told);
  const untold = useObjectives(asked, apart.untold);
  // Either says how many there are in each state; one of the two may not be asked.
  const main = apart.told.length > 0 ? told : untold;
  const owners = useOwners();
  const csv = useDownload(() => api.getObjectivesCsv(asked), 'objectives');

  const onLook = useCallback(
    (look?: Look) => setQuery(was => ({ ...was, look }), { replace: true }),
    [setQuery],
  );
  return {
    query,
    told,
    untold,
    main,
    listed: apart.listed,
    chosen: chosenIn(query, told.rows, untold.rows),
    csv,
    facets: slosFacetsOf(query, { owners, states: main.first?.states }),
    onLook,
    onText: (q: string) => setQuery(was => ({ ...was, q }), { replace: true }),
    onFacet: (facet: string, value: string) =>
      setQuery(was => toggled(was, facet as SlosFacet, value)),
    onMine: () => setQuery(was => ({ ...was, mine: !was.mine })),
    onState: (state: ObjectiveState) => setQuery(was => onlyState(was, state)),
    onSort: ({ by, order }: { by: string; order: 'asc' | 'desc' }) =>
      setQuery(was => ({ ...was, sort: by as SlosSort, order })),
    onClear: () =>
      setQuery(({ sort, order, look }) => ({
        ...allObjectives,
        ...{ sort, order, look },
      })),
  };
}

export type Slos = ReturnType<typeof useSlos>;

/** Whoever owns services; who may not see them has nobody to choose. */
function useOwners(): ServiceFacets['owner'] | undefined {
  const api = useApi(sightlineApiRef);
  const { value, state } = useAsk<ServiceFacets>('owners', options =>
    api.getServiceFacets({}, options),
  );
  return state === 'failed' ? [] : value?.owner;
}

const chosenIn = (
  { look }: SlosQuery,
  ...lists: ObjectiveRow[][]
): ObjectiveRow | undefined =>
  look && 'objective' in look
    ? lists.flat().find(({ objective }) => objective.id === look.objective)
    : undefined;

import { useApi } from '@backstage/core-plugin-api';
import {
  Journey,
  JourneysPage,
} from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { sightlineApiRef, useAsk } from '../../api';
import {
  JourneySide,
  JourneySort,
  Viewpoint,
  callsQueryOf,
  journeysQueryOf,
  withJourney,
} from './viewpoint';
import { Sight } from './order/shownHops';
import { sortedJourneys } from './list/sortedJourneys';
import { ChangeViewpoint, useViewpoint } from './useViewpoint';
import { useSeenCalls } from './useSeenCalls';

const EVERY = 60_000;

/** Everything the Journeys page shows and does. */
export function useJourneys() {
  const api = useApi(sightlineApiRef);
  const [view, setView] = useViewpoint();
  const query = journeysQueryOf(view);
  const list = useAsk<JourneysPage>(
    JSON.stringify(query),
    options => api.getJourneys(query, options),
    { every: view.until ? undefined : EVERY },
  );
  const items = list.value?.items;
  const journeys = useMemo(
    () => items && sortedJourneys(items, view.sort),
    [items, view.sort],
  );
  const changes = useMemo(() => changesOf(setView), [setView]);
  return { view, list, journeys, seen: useSeenCalls(view), ...changes };
}

/** All a reader can change of the view; the same functions as long as the page lives. */
function changesOf(setView: ChangeViewpoint) {
  const set = (change: Partial<Viewpoint>, replace = false) =>
    setView(was => ({ ...was, ...change }), { replace });
  return {
    onText: (q: string) => set({ q }, true),
    onService: (service?: string) => set({ service }),
    onWindow: (
      window: Partial<Pick<Viewpoint, 'minutes' | 'environment' | 'until'>>,
    ) => set(window),
    onSort: (sort: JourneySort) => set({ sort }),
    onSide: (side: JourneySide) => set({ side }),
    onClear: () => set({ q: '', service: undefined, environment: undefined }),
    onSight: (sight: Sight) => set(sight, true),
    /** shows where a hop is */
    onPoint: (hop: string, sight: Sight) =>
      set({ ...sight, hop, side: 'order' }),
    /** as if the reader had chosen it, but Back does not stop here */
    onDefault: (journey: string) =>
      setView(was => withJourney(was, journey), { replace: true }),
  };
}

export type Journeys = ReturnType<typeof useJourneys>;

/** One journey, in the window and environment of the page. */
export function useJourney(id: string, view: Viewpoint) {
  const api = useApi(sightlineApiRef);
  const query = callsQueryOf(view);
  return useAsk<Journey>(
    JSON.stringify({ id, ...query }),
    options => api.getJourney(id, query, options),
    { every: view.until ? undefined : EVERY },
  );
}

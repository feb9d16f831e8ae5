import { useApi } from '@backstage/core-plugin-api';
import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { useCallback } from 'react';
import { sightlineApiRef, useAsk } from '../../api';
import { isParty } from './nodeWords';
import { Chosen, MapQuery } from './mapQuery';
import { arrangementKey, questionKey, toCallMapQuery } from './mapQuestion';
import { Found } from './toolbar/findParties';
import { useImpact } from './useImpact';
import { useLayout } from './layout/useLayout';
import { useMapQuery } from './useMapQuery';

/** While the window ends now, it moves on. */
const EVERY = 20_000;

/** An answer and what was asked: while the next is on its way, the last one stays. */
export type MapAnswer = { query: MapQuery; map: CallMap };

const toggled = (open: string[], id: string) =>
  open.includes(id) ? open.filter(one => one !== id) : [...open, id];

/** Everything the Map page shows and does. */
export function useCallMap() {
  const api = useApi(sightlineApiRef);
  const [query, onChange] = useMapQuery();

  const answer = useAsk<MapAnswer>(
    questionKey(query),
    async ({ earlier, ...how }) => ({
      query,
      map: await api.getCallMap(toCallMapQuery(query, Date.now()), {
        ...how,
        earlier: earlier && ((map, at) => earlier({ query, map }, at)),
      }),
    }),
    { every: query.until ? undefined : EVERY },
  );
  const asked = answer.value?.query ?? query;
  const { drawn, problem: layoutProblem } = useLayout(answer.value?.map, {
    focus: asked.focus,
    arrangement: arrangementKey(asked),
  });
  const impact = useImpact(query, answer.value?.map);

  const onChoose = useCallback(
    (chosen?: Chosen) =>
      onChange({ chosen, show: undefined }, { replace: true }),
    [onChange],
  );
  const map = answer.value?.map;
  const onGo = useCallback(
    (id: string) => {
      const isGroup =
        map?.groups.some(group => group.id === id) ||
        map?.nodes.some(node => node.id === id && !isParty(node));
      onChange(was =>
        isGroup
          ? { ...was, open: toggled(was.open, id) }
          : {
              ...was,
              focus: id,
              chosen: { kind: 'node', id },
              show: undefined,
            },
      );
    },
    [map, onChange],
  );
  const onFind = useCallback(
    ({ id, kind }: Found) =>
      onChange(was =>
        kind === 'group'
          ? {
              ...was,
              open: [...new Set([...was.open, id])],
              chosen: undefined,
              show: undefined,
            }
          : {
              ...was,
              focus: id,
              chosen: { kind: 'node', id },
              show: undefined,
            },
      ),
    [onChange],
  );
  /** One step back: from what is looked at, then from the focus. */
  const onBack = useCallback(() => {
    if (query.show) {
      onChange({ show: undefined }, { replace: true });
    } else if (query.chosen) {
      onChange({ chosen: undefined }, { replace: true });
    } else if (query.focus) {
      onChange({ focus: undefined });
    }
  }, [query, onChange]);

  return {
    query,
    answer,
    drawn,
    layoutProblem,
    impact,
    onChange,
    onChoose,
    onGo,
    onFind,
    onBack,
  };
}

export type CallMapPage = ReturnType<typeof useCallMap>;

import { useApi } from '@backstage/core-plugin-api';
import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { CallMapQuery, sightlineApiRef, useAsk } from '../../api';
import { Viewpoint } from './viewpoint';

export type SeenCalls = {
  /** undefined: nobody knows */
  any?: boolean;
  environments: string[];
};

/**
 * Whether traces told of any calls, and in which environments: as small a map
 * as can be asked for knows both. A list without journeys means something else
 * with calls than without.
 */
export function useSeenCalls({ minutes, until }: Viewpoint): SeenCalls {
  const api = useApi(sightlineApiRef);
  const query: CallMapQuery = {
    minutes,
    edges: 1,
    ...(until ? { until } : {}),
  };
  const { value } = useAsk<CallMap>(`seen ${JSON.stringify(query)}`, options =>
    api.getCallMap(query, options),
  );
  return {
    any: value && value.nodes.length + value.leftOut.nodes > 0,
    environments: value?.environments ?? [],
  };
}

import { useApi } from '@backstage/core-plugin-api';
import {
  ObjectiveHistory,
  ObjectiveStatus,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Asked, sightlineApiRef, useAsk } from '../../../api';
import { Range, RangeChoice, rangeOf } from './range';

/** An objective's past, and which part of it was asked for. */
export type Past = Range & { choice: RangeChoice; history: ObjectiveHistory };

/**
 * While another range loads the last one's past stays, with its own choice; an
 * objective never shows another one's.
 */
export function useHistory(
  { objective }: ObjectiveStatus,
  choice: RangeChoice,
): Asked<Past> {
  const api = useApi(sightlineApiRef);
  return useAsk<Past>(
    JSON.stringify(['history', objective.id, choice]),
    async ({ earlier, ...how }) => {
      const { window } = objective;
      const range = rangeOf({ choice, window, now: Date.now() });
      const past = (history: ObjectiveHistory): Past => ({
        ...range,
        choice,
        history,
      });
      const history = await api.getObjectiveHistory(
        objective.service,
        objective.name,
        { from: toIso(range.asked), to: toIso(range.to) },
        { ...how, earlier: earlier && ((was, at) => earlier(past(was), at)) },
      );
      return past(history);
    },
    { every: 60_000 },
  );
}

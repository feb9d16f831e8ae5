import { JourneySummary } from '@sightline/backstage-plugin-sightline-common';
import { JourneySort } from '../viewpoint';

const keys: Record<
  JourneySort,
  (journey: JourneySummary) => number | undefined
> = {
  rate: ({ figures }) => figures.perSecond,
  duration: ({ figures }) => figures.p95,
  errors: ({ figures }) => figures.errorRatio,
};

/** Most first; what is not known comes last, in the order the backend gave. */
export const sortedJourneys = (
  journeys: JourneySummary[],
  sort: JourneySort,
): JourneySummary[] => {
  const key = keys[sort];
  return [...journeys].sort(
    (a, b) =>
      (key(b) ?? -1) - (key(a) ?? -1) || b.figures.calls - a.figures.calls,
  );
};

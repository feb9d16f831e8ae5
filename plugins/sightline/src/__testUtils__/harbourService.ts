import { parseEntityRef } from '@backstage/catalog-model';
import {
  CallParty,
  ServiceCalls,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { CallsQuery } from '../api';
import { NOON } from './harbour';
import { HarbourCalls } from './HarbourCalls';
import { harbourDrift, untracedDrift } from './harbourDrift';
import { blastRadius, suspects } from './harbourOrdersImpact';
import { party } from './harbourParties';
import {
  crowdedCalls,
  quietCalls,
  serviceCalls,
  untracedCalls,
} from './harbourServiceCalls';

/** How much there is to be seen of a service. */
type Seen = 'usual' | 'untraced' | 'crowded' | 'quiet';

const asOrders = (service: ServiceRef): CallParty => ({
  ...party('orders'),
  id: service,
  entity: service,
  name: parseEntityRef(service).name,
});

const answers: Record<
  Seen,
  (own: CallParty, query: CallsQuery, now: number) => ServiceCalls
> = {
  usual: serviceCalls,
  untraced: (own, _query, now) => ({ ...untracedCalls(now), party: own }),
  crowded: (own, _query, now) => crowdedCalls(own, now),
  quiet: (own, query, now) =>
    (query.minutes ?? 60) < 1_440
      ? { ...quietCalls(now), party: own }
      : serviceCalls(own, query, now),
};

/** What a backend says about the calls of whichever service is asked for. */
export const harbourService = (
  now = NOON,
  seen: Seen = 'usual',
): HarbourCalls => ({
  getServiceCalls: (service, query) =>
    answers[seen](asOrders(service), query, now),
  getDependencyDrift: () =>
    seen === 'untraced' ? untracedDrift(now) : harbourDrift(now),
  getBlastRadius: service => ({
    ...blastRadius(now),
    party: asOrders(service),
  }),
  getSuspects: service => ({ ...suspects(now), party: asOrders(service) }),
});

import {
  Journey,
  JourneyHop,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { ceilingOf } from './ceilingOf';
import { party, protocolOf } from './harbourParties';
import { Planned, ownErrors, ownTime, timesOf } from './journeyPlan';

export type PlannedJourney = {
  id: string;
  perSecond: number;
  plan: Planned;
  now: number;
  minutes?: number;
};

/** A call in its place below the root. */
type Place = {
  planned: Planned;
  id: string;
  parent?: Place;
  depth: number;
  /** calls of it for one of the root */
  reach: number;
  /** an async call is above or is this, so that nobody waits */
  later: boolean;
};

const placesOf = (planned: Planned, parent?: Place, at = 0): Place[] => {
  const place: Place = {
    planned,
    id: parent ? `${parent.id}.${at + 1}` : 'h',
    parent,
    depth: parent ? parent.depth + 1 : 0,
    reach: (parent?.reach ?? 1) * timesOf(planned),
    later: planned.mode === 'async' || (parent?.later ?? false),
  };
  const below = (planned.calls ?? []).flatMap((one, index) =>
    placesOf(one, place, index),
  );
  return [place, ...below];
};

const traceId = (id: string) =>
  [...`4bf92f3577b34da6${id}`]
    .map(letter => letter.charCodeAt(0).toString(16))
    .reverse()
    .join('')
    .padEnd(32, '7')
    .slice(0, 32);

const hopOf = (place: Place, calls: number, seconds: number): JourneyHop => {
  const { planned, id, parent, depth, later, reach } = place;
  const { to, operation, mode = 'sync', share = 1, times = 1 } = planned;
  const [p50, p95, errorRatio] = planned.figures;
  const root = parent === undefined;
  return {
    id,
    ...(root ? {} : { parent: parent.id }),
    depth,
    callee: party(to),
    operation,
    protocol: protocolOf(to, operation),
    mode,
    share,
    times,
    figures: {
      calls: Math.round(calls * reach),
      errors: Math.round(calls * reach * errorRatio),
      errorRatio,
      perSecond: (calls * reach) / seconds,
      p50,
      p95,
    },
    critical: 0,
    budget: later ? 0 : ownTime(planned) * reach,
    ...(parent?.planned.to.startsWith('topic:') ? { acrossTopic: true } : {}),
    sample: {
      traceId: traceId(id),
      ...(to.startsWith('db:')
        ? {}
        : { url: `https://traces.harbour.example/trace/${traceId(id)}` }),
    },
  };
};

const failuresOf = (places: Place[], calls: number) => {
  const points = places
    .map(({ id, planned, reach }) => ({
      hop: id,
      errors: Math.round(calls * reach * ownErrors(planned)),
    }))
    .filter(({ errors }) => errors > 0);
  const all = points.reduce((sum, { errors }) => sum + errors, 0);
  return points
    .map(point => ({ ...point, share: point.errors / all }))
    .sort((a, b) => b.errors - a.errors);
};

/** Fills in what follows from a plan: counts, parts of the time, failures. */
export function journeyOf(journey: PlannedJourney): Journey {
  const { id, perSecond, plan, now, minutes = 60 } = journey;
  const seconds = minutes * 60;
  const calls = perSecond * seconds;
  const places = placesOf(plan);
  const tree = places.map(place => {
    const hop = hopOf(place, calls, seconds);
    return { ...hop, critical: hop.budget / plan.figures[0] };
  });
  const [{ callee, operation, protocol, figures }, ...hops] = tree;
  const services = hops.filter(hop => hop.callee.kind === 'service');
  return {
    id,
    party: callee,
    operation,
    protocol,
    figures,
    hops: hops.length,
    services: new Set(services.map(hop => hop.callee.id)).size,
    depth: Math.max(...tree.map(({ depth }) => depth)),
    lastSeen: toIso(now - 42_000),
    window: { from: toIso(now - seconds * 1_000), to: toIso(now) },
    tree,
    leftOut: 0,
    failurePoints: failuresOf(places, calls),
    availability: ceilingOf(
      places.flatMap(({ later }, index) => (later ? [] : tree[index])),
    ),
    evidence: {
      source: 'otlp',
      observedAt: toIso(now - 30_000),
      validFor: 300_000,
    },
  };
}

import {
  Instant,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import type { CallMapQuery, CallsQuery } from '../../api';
import { Distance, MapQuery, distances } from './mapQuery';

const MINUTE = 60_000;

const isDistance = (compare: string): compare is Distance =>
  Object.hasOwn(distances, compare);

/**
 * Windows end on whole minutes, so that the same question is asked in the same
 * words for a while and the client need not load an answer twice.
 */
const endOf = ({ until }: MapQuery, now: Instant): Instant =>
  (until && toInstant(until)) || Math.floor(now / MINUTE) * MINUTE;

/** Where the window to compare with ends. */
const compareUntil = (query: MapQuery, now: Instant) => {
  const { compare } = query;
  if (!compare) {
    return {};
  }
  return {
    compareUntil: isDistance(compare)
      ? toIso(endOf(query, now) - distances[compare] * MINUTE)
      : compare,
  };
};

/** Which calls are counted: for all that is asked about one party. */
export const toCallsQuery = (query: MapQuery): CallsQuery => ({
  minutes: query.minutes,
  ...(query.environment ? { environment: query.environment } : {}),
  ...(query.until ? { until: query.until } : {}),
});

/** What the API is asked for a view: only what is set. */
export const toCallMapQuery = (
  query: MapQuery,
  now: Instant,
): CallMapQuery => ({
  ...toCallsQuery(query),
  ...compareUntil(query, now),
  edges: query.edges,
  ...(query.focus
    ? { focus: query.focus, hops: query.hops, direction: query.direction }
    : {
        groupBy: query.groupBy,
        ...(query.open.length > 0 ? { open: query.open } : {}),
      }),
});

/** The same for two views that ask the same, however time goes on. */
export const questionKey = (query: MapQuery): string =>
  JSON.stringify([
    toCallMapQuery({ ...query, compare: undefined }, 0),
    query.compare,
  ]);

/** What is arranged anew; opening a group or a newer answer is not. */
export const arrangementKey = ({ focus, groupBy }: MapQuery): string =>
  focus ? `focus ${focus}` : `by ${groupBy}`;

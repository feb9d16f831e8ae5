import {
  Deploy,
  DeploysPage,
  IsoTime,
  ServiceRef,
  WorkloadKey,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import type { DeploysQuery, PageOptions } from '../api';
import { NOON } from './harbour';
import { seenIn } from './harbourWorkload';

const MINUTE = 60_000;

const search = (cluster: string): WorkloadKey => ({
  ...{ cluster, namespace: 'discovery', kind: 'Deployment', name: 'search' },
});

type Told = {
  minutesAgo: number;
  from?: string;
  to: string;
  cluster?: string;
  kind?: Deploy['kind'];
  /** how long it took; left out: it is not complete */
  took?: number;
};

const deployOf = (
  {
    minutesAgo,
    from,
    to,
    cluster = 'harbour-eu1',
    kind = 'deploy',
    took,
  }: Told,
  service: ServiceRef,
  now: number,
): Deploy => {
  const at = now - minutesAgo * MINUTE;
  return {
    id: `${cluster}-${to}-${minutesAgo}`,
    workload: search(cluster),
    ...{ service, kind, at: toIso(at) },
    ...(took !== undefined && { completedAt: toIso(at + took * MINUTE) }),
    ...{ fromVersion: from, toVersion: to },
    images: [`registry.harbour.example/discovery/search:${to}`],
    words: `${
      kind === 'rollback' ? 'Rolled back to' : 'Deployed'
    } ${to}, before ${from}`,
    evidence: seenIn(cluster, now),
  };
};

/** What Search went through: stuck now, and once the way back. */
const lately: Told[] = [
  { minutesAgo: 95, from: '5.2.8', to: '5.3.0' },
  { minutesAgo: 4 * 1_440, from: '5.2.6', to: '5.2.8', took: 3 },
  {
    ...{ minutesAgo: 4 * 1_440 - 40, from: '5.2.6', to: '5.2.8', took: 2 },
    cluster: 'harbour-us1',
  },
  {
    ...{ minutesAgo: 9 * 1_440, from: '5.2.7', to: '5.2.6', took: 1 },
    kind: 'rollback',
  },
  { minutesAgo: 9 * 1_440 + 22, from: '5.2.6', to: '5.2.7', took: 4 },
];

/** And every week before. */
const long: Told[] = Array.from({ length: 44 }, (_, week) => ({
  minutesAgo: (16 + 7 * week) * 1_440,
  from: `5.1.${43 - week}`,
  to: `5.1.${44 - week}`,
  took: 3,
}));

/** All deploys of one service of Harbour, newest first. */
export const deploysOf = (service: ServiceRef, now = NOON): Deploy[] =>
  [...lately, ...long]
    .map(told => deployOf(told, service, now))
    .sort((a, b) => b.at.localeCompare(a.at));

const between =
  (since?: IsoTime, until?: IsoTime) =>
  ({ at }: Deploy): boolean => {
    const instant = toInstant(at)!;
    return (
      instant >= (since ? toInstant(since)! : -Infinity) &&
      instant <= (until ? toInstant(until)! : Infinity)
    );
  };

/** A page of them, as the backend cuts it. */
export const deploysPage = (
  {
    service = 'component:default/search',
    since,
    until,
    limit = 50,
    cursor,
  }: DeploysQuery & PageOptions,
  now = NOON,
): DeploysPage => {
  const all = deploysOf(service, now).filter(between(since, until));
  const from = Number(cursor ?? 0);
  const to = from + limit;
  return {
    items: all.slice(from, to),
    ...(to < all.length && { nextCursor: String(to) }),
  };
};

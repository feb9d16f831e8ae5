import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import {
  CallsPart,
  EdgeDelta,
} from '@sightline/backstage-plugin-sightline-node';
import { Dependency } from '../backends/TraceBackend';

const minute = 60_000;

/** Whoever names more has no services, but something else by that name. */
const dependenciesAtMost = 10_000;

/**
 * What a back-end says of who calls whom: names alone. An entry is one
 * statement and counts as one call: the numbers that come with it are of a whole
 * day and come again with each question, so adding them up would make no sense.
 * A name of which nobody knows more is a service's: most are.
 */
export const dependencyReport = (
  dependencies: readonly Dependency[],
  { now, lost }: { now: Instant; lost(cause: string, count: number): void },
): CallsPart => {
  const kept = dependencies.slice(0, dependenciesAtMost);
  const others = dependencies.length - kept.length;
  if (others > 0) lost('dependencies beyond the most of one answer', others);
  const names = [
    ...new Set(kept.flatMap(({ caller, callee }) => [caller, callee])),
  ];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    nodes: names.map(serviceCalled),
    edges: kept.map(({ caller, callee }) => ({
      ...statement(now),
      caller: numbers.get(caller)!,
      callee: numbers.get(callee)!,
    })),
    sightings: [],
  };
};

const serviceCalled = (name: string): CallNode => ({
  kind: 'service',
  environment: '',
  namespace: '',
  name,
});

const statement = (now: Instant): Omit<EdgeDelta, 'caller' | 'callee'> => ({
  minute: Math.floor(now / minute) * minute,
  protocol: 'other',
  mode: 'sync',
  evidence: 'dependency-api',
  operation: '',
  calls: 1,
  errors: 0,
  latency: [],
  estimated: 1,
  unweighted: 1,
  retries: 0,
  ratesUnknown: true,
  firstSeen: now,
  lastSeen: now,
  samples: { slowest: '' },
});

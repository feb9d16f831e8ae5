import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import type {
  CallsPart,
  JourneyDelta,
  JourneysPart,
} from '../engine/CallsReport';
import type { SlowJourneys, SlowStep } from './slowJourneys';

const label = ({ kind, name }: CallNode) => {
  if (name === '') return kind;
  return kind === 'service' ? name : `${kind}:${name}`;
};

/** The way from the root to a step, in the words of the slow way. */
export const wayTo = (
  nodes: CallNode[],
  { steps }: JourneysPart,
  index: number,
): string => {
  const { parent, caller, callee, operation, protocol, mode } = steps[index];
  const before =
    parent === undefined
      ? label(nodes[caller!])
      : wayTo(nodes, { steps, counts: [] }, parent);
  return `${before} ▸ ${label(nodes[callee])} ${operation} ${protocol} ${mode}`;
};

/** What the engine says, in the words of the slow way, but for how long the slowest took. */
export const asSlowJourneys = (parts: readonly CallsPart[]): SlowJourneys => {
  const all: SlowJourneys = {};
  for (const { nodes, journeys } of parts) {
    for (const count of journeys?.counts ?? []) {
      const way = wayTo(nodes, journeys!, count.step);
      const key = `${count.minute / 60_000} ${way}`;
      const step = asSlowStep(count);
      all[key] = all[key] ? merged(all[key], step) : step;
    }
  }
  return all;
};

const asSlowStep = ({ latency, ...count }: JourneyDelta): SlowStep => ({
  journeys: count.journeys,
  parents: count.parents,
  calls: count.calls,
  errors: count.errors,
  estimated: count.estimated,
  most: count.mostOfAParent,
  critical: count.critical,
  begins: count.begins,
  latency: Object.fromEntries(
    latency.flatMap((bucket, at) =>
      at % 2 === 0 ? [[bucket, latency[at + 1]]] : [],
    ),
  ),
  firstSeen: count.firstSeen,
  lastSeen: count.lastSeen,
  slowest: [0, count.sample],
});

const merged = (a: SlowStep, b: SlowStep): SlowStep => {
  const latency = { ...a.latency };
  for (const [bucket, count] of Object.entries(b.latency)) {
    latency[Number(bucket)] = (latency[Number(bucket)] ?? 0) + count;
  }
  return {
    journeys: a.journeys + b.journeys,
    parents: a.parents + b.parents,
    calls: a.calls + b.calls,
    errors: a.errors + b.errors,
    estimated: a.estimated + b.estimated,
    most: Math.max(a.most, b.most),
    critical: a.critical + b.critical,
    begins: a.begins + b.begins,
    latency,
    firstSeen: Math.min(a.firstSeen, b.firstSeen),
    lastSeen: Math.max(a.lastSeen, b.lastSeen),
    slowest: a.slowest,
  };
};

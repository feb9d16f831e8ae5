import { latencyBucket } from '@sightline/backstage-plugin-sightline-common';
import { Call, readTrace } from './slowCalls';
import { timesOf } from './slowTimes';
import { ToldSpan } from './ToldSpan';

/** What was counted of one step in one minute, latencies as bucket → count. */
export type SlowStep = {
  journeys: number;
  parents: number;
  calls: number;
  errors: number;
  estimated: number;
  most: number;
  critical: number;
  begins: number;
  latency: Record<number, number>;
  firstSeen: number;
  lastSeen: number;
  /** trace id of the slowest, and how slow it was: not told by the engine, so 0 in the end */
  slowest: [number, string];
};

/** By minute and the way from the root: `29833333 outside ▸ shop work other sync ▸ …` */
export type SlowJourneys = Record<string, SlowStep>;

export type SlowLosses = {
  strays: number;
  orphans: number;
  withoutBeginning: number;
};

/**
 * The journeys of traces, worked out call by call with all spans in hand: slow,
 * and written apart from the engine, to hold the engine against it.
 */
export const slowJourneys = (spans: readonly ToldSpan[]) => {
  const steps: SlowJourneys = {};
  const losses: SlowLosses = { strays: 0, orphans: 0, withoutBeginning: 0 };
  for (const traceId of new Set(spans.map(span => span.traceId))) {
    const trace = spans.filter(span => span.traceId === traceId);
    const { journeys, strays, orphans, roots } = readTrace(trace);
    journeys.forEach(journey => addJourney(steps, journey));
    losses.strays += strays;
    if (journeys.length > 0) losses.orphans += orphans;
    else if (orphans > 0 || roots === 0) losses.withoutBeginning += 1;
  }
  for (const step of Object.values(steps)) step.slowest[0] = 0;
  return { steps, losses };
};

/** All steps together; equal to what the roots lasted. */
export const criticalOf = (steps: SlowJourneys) =>
  Object.values(steps).reduce((sum, { critical }) => sum + critical, 0);

const endOf = ({ start, duration }: ToldSpan) =>
  Math.floor((start + duration) / 1000);

const everyCall = (call: Call): Call[] => [
  call,
  ...call.below.flatMap(everyCall),
];

const addJourney = (steps: SlowJourneys, root: Call) => {
  const all = everyCall(root);
  const end = Math.max(...all.map(({ span }) => endOf(span)));
  const minute = Math.floor(end / 60_000);
  const times = timesOf(root);
  const met = new Set<SlowStep>();
  const visit = (calls: Call[], way: string) => {
    const taken = new Map<SlowStep, number>();
    for (const call of calls) {
      const path = `${way} ▸ ${call.label}`;
      const step = (steps[`${minute}${path}`] ??= empty());
      addCall(step, call.span, times.get(call)!);
      taken.set(step, (taken.get(step) ?? 0) + 1);
      visit(call.below, path);
    }
    for (const [step, count] of taken) {
      if (!met.has(step)) step.journeys += 1;
      met.add(step);
      step.parents += 1;
      step.most = Math.max(step.most, count);
    }
  };
  visit([root], ` ${root.caller}`);
};

const empty = (): SlowStep => ({
  ...{ journeys: 0, parents: 0, calls: 0, errors: 0, estimated: 0, most: 0 },
  ...{ critical: 0, begins: 0, latency: {} },
  ...{ firstSeen: Infinity, lastSeen: -Infinity, slowest: [-1, ''] },
});

const addCall = (
  step: SlowStep,
  span: ToldSpan,
  { begin, critical }: { begin: number; critical: number },
) => {
  const bucket = latencyBucket(span.duration);
  const [slowest, sample] = step.slowest;
  step.calls += 1;
  step.errors += span.failed ? 1 : 0;
  step.estimated += span.weight ?? 1;
  step.critical += critical;
  step.begins += begin;
  step.latency[bucket] = (step.latency[bucket] ?? 0) + 1;
  step.firstSeen = Math.min(step.firstSeen, endOf(span));
  step.lastSeen = Math.max(step.lastSeen, endOf(span));
  const isSlower =
    span.duration > slowest ||
    (span.duration === slowest && span.traceId < sample);
  if (isSlower) step.slowest = [span.duration, span.traceId];
};

import { latencyBucket } from '@sightline/backstage-plugin-sightline-common';
import { templateName } from '../engine/describing/templateName';
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

type Call = {
  span: ToldSpan;
  /** who began the journey */
  caller?: string;
  label: string;
  isAsync: boolean;
  below: Call[];
};
type Placed = { call: Call; begin: number; end: number; shift: number };

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

const noneBelow: Call[] = [];

const protocolOf = (span: ToldSpan) => {
  if (span.peerKind === 'datastore') return 'database';
  const isMessage = ['producer', 'consumer'].includes(span.kind);
  return isMessage || span.peerKind === 'queue' ? 'messaging' : 'other';
};

const isReceiver = ({ kind, verb }: ToldSpan) =>
  kind === 'consumer' || (kind === 'client' && verb === 'receive');
const isSender = (span: ToldSpan) =>
  span.kind === 'producer' ||
  (span.kind === 'client' && span.peerKind === 'queue' && !span.verb);
const isAcknowledging = ({ kind, verb }: ToldSpan) =>
  kind === 'client' && verb === 'settle';
const isCaller = (span: ToldSpan) =>
  span.kind === 'client' &&
  !isSender(span) &&
  !isReceiver(span) &&
  !isAcknowledging(span);
const knowsStore = ({ peer, peerKind }: ToldSpan) =>
  peerKind !== undefined && peer !== '';
const isFromTopic = (span: ToldSpan) => isReceiver(span) && knowsStore(span);

const peerOf = ({ peer, peerKind }: ToldSpan) =>
  peer === '' ? 'unnamed' : `${peerKind ?? 'external'}:${peer}`;

const begins = (span: ToldSpan, isRoot: boolean) => {
  if (isReceiver(span)) {
    return isFromTopic(span) || (isRoot && span.kind === 'consumer');
  }
  const byItself = ['server', 'internal', 'unspecified'].includes(span.kind);
  return isRoot && byItself;
};

const operationOf = (span: ToldSpan) => {
  if (protocolOf(span) !== 'messaging' || span.peer === '') {
    return templateName(span.name);
  }
  return span.kind === 'client'
    ? `${span.verb ?? 'send'} ${span.peer}`
    : span.peer;
};

class Tree {
  constructor(private readonly trace: ToldSpan[]) {}

  parent(span: ToldSpan) {
    return this.trace.find(one => one.spanId === span.parentId);
  }

  callee(span: ToldSpan, protocol: string): Call {
    const isAsync = isReceiver(span) || protocol === 'messaging';
    const said = isReceiver(span) ? 'messaging' : protocol;
    return {
      span,
      isAsync,
      label: `${span.service} ${operationOf(span)} ${said} ${mode(isAsync)}`,
      below: this.callsUnder(span),
    };
  }

  /** What was called under a span, within its service. */
  callsUnder(span: ToldSpan): Call[] {
    return [
      ...this.ownCall(span),
      ...this.children(span).flatMap(child =>
        this.wasCalled(child, span)
          ? [this.callee(child, protocolBetween(span, child))]
          : this.callsUnder(child),
      ),
    ];
  }

  private children({ spanId }: ToldSpan) {
    return this.trace.filter(one => one.parentId === spanId);
  }

  private wasCalled(child: ToldSpan, by: ToldSpan) {
    if (isAcknowledging(child)) return false;
    return child.service !== by.service || (isReceiver(child) && isSender(by));
  }

  private ownCall(span: ToldSpan): Call[] {
    if (!isSender(span) && !isCaller(span)) return [];
    const isAnswered = this.children(span).some(
      child =>
        child.kind === 'server' ||
        isReceiver(child) ||
        child.service !== span.service,
    );
    const isTold = isSender(span)
      ? isAnswered && !knowsStore(span)
      : isAnswered || this.isOneLayerOfMany(span);
    if (isTold) return [];
    const isAsync = protocolOf(span) === 'messaging';
    const rest = `${protocolOf(span)} ${mode(isAsync)}`;
    const label = `${peerOf(span)} ${operationOf(span)} ${rest}`;
    return [{ span, isAsync, label, below: noneBelow }];
  }

  private isOneLayerOfMany(span: ToldSpan) {
    const holdsAnother = this.children(span).some(
      child => isCaller(child) || isSender(child),
    );
    if (holdsAnother && !knowsStore(span)) return true;
    const parent = this.parent(span);
    if (!parent || parent.service !== span.service) return false;
    const isAroundIt =
      (isCaller(parent) || isSender(parent)) && knowsStore(parent);
    const isSame =
      parent.peer === span.peer && parent.peerKind === span.peerKind;
    return isAroundIt && (!knowsStore(span) || isSame);
  }
}

const mode = (isAsync: boolean) => (isAsync ? 'async' : 'sync');

const protocolBetween = (parent: ToldSpan, child: ToldSpan) => {
  const speaksOfItsOwnCall = isCaller(child) || isSender(child);
  const own = protocolOf(child);
  return own === 'other' || speaksOfItsOwnCall ? protocolOf(parent) : own;
};

const readTrace = (trace: ToldSpan[]) => {
  const found = { journeys: [] as Call[], strays: 0, orphans: 0, roots: 0 };
  const tree = new Tree(trace);
  for (const span of trace.filter(one => !tree.parent(one))) {
    const isRoot = span.parentId === '';
    if (isRoot) found.roots += 1;
    if (begins(span, isRoot)) {
      const caller = isFromTopic(span) ? peerOf(span) : 'outside';
      found.journeys.push({ ...tree.callee(span, protocolOf(span)), caller });
    } else if (!isRoot) {
      found.orphans += 1;
    } else {
      for (const call of tree.callsUnder(span)) {
        const begun = call.below === noneBelow ? undefined : call;
        const from = tree.parent(call.span)?.service;
        const caller = isFromTopic(call.span) ? peerOf(call.span) : from;
        if (begun) found.journeys.push({ ...begun, caller });
        else found.strays += 1;
      }
    }
  }
  return found;
};

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
  const times = placedBelow(
    { call: root, begin: 0, end: root.span.duration, shift: 0 },
    root,
  );
  const critical = new Map<Call, number>();
  walk(times[0], times, critical);
  const met = new Set<SlowStep>();
  const visit = (calls: Call[], way: string) => {
    const taken = new Map<SlowStep, number>();
    for (const call of calls) {
      const path = `${way} ▸ ${call.label}`;
      const step = (steps[`${minute}${path}`] ??= empty());
      const begin = times.find(one => one.call === call)!.begin;
      addCall(step, call.span, { begin, critical: critical.get(call) ?? 0 });
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

/** A call and those below it, since the root began. */
const placedBelow = (parent: Placed, root: Call): Placed[] => [
  parent,
  ...parent.call.below.flatMap(call =>
    placedBelow(placed(call, parent, root), root),
  ),
];

const placed = (call: Call, parent: Placed, root: Call): Placed => {
  const told = call.span.start - root.span.start;
  const { duration } = call.span;
  const moved = told + parent.shift;
  if (call.isAsync) {
    const wait = moved - parent.begin;
    const begin = wait < 0 || wait > 3.6e9 ? parent.begin : moved;
    return { call, begin, end: begin + duration, shift: begin - told };
  }
  const early = parent.begin - moved;
  const late = moved + duration - parent.end;
  const fits = duration <= parent.end - parent.begin;
  let by = 0;
  if (fits && early > 0) by = early <= duration ? early : 0;
  else if (fits && late > 0) by = late <= duration ? -late : 0;
  const clip = (moment: number) =>
    Math.max(parent.begin, Math.min(parent.end, moment));
  return {
    call,
    begin: clip(moved + by),
    end: clip(moved + by + duration),
    shift: parent.shift + by,
  };
};

/** Gives every moment of a call, from its end to its begin, to whoever it was waiting for. */
const walk = (
  { call, begin, end }: Placed,
  times: Placed[],
  critical: Map<Call, number>,
) => {
  let own = 0;
  let moment = end;
  let left = call.below
    .filter(one => !one.isAsync)
    .map(one => times.find(time => time.call === one)!);
  for (;;) {
    left = endedBy(left, moment);
    const [last] = left;
    if (!last) break;
    own += moment - last.end;
    walk(last, times, critical);
    moment = last.begin;
    left = left.slice(1);
  }
  critical.set(call, own + moment - begin);
};

/** The last to end comes first. */
const endedBy = (calls: Placed[], moment: number) =>
  calls
    .filter(({ end }) => end <= moment)
    .sort(
      (a, b) =>
        b.end - a.end ||
        a.begin - b.begin ||
        (a.call.span.spanId < b.call.span.spanId ? -1 : 1),
    );

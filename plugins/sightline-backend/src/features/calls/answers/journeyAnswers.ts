import {
  CallParty,
  Journey,
  JourneyHop,
  JourneysPage,
  JourneySummary,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { CallsScope, JourneysQuery } from '../CallAnswers';
import { toFigures } from '../engine/figures';
import { GraphMaterial, Window } from '../engine/graph/CallGraph';
import {
  Hop,
  hopsAcross,
  topicJourneys,
  TopicJourneys,
} from '../engine/journeys/acrossTopics';
import { availabilityCeiling } from '../engine/journeys/availabilityCeiling';
import { failurePoints } from '../engine/journeys/failurePoints';
import { TreeStep, walk } from '../engine/journeys/JourneyTree';
import { StepCounts } from '../engine/StepCounts';
import {
  AnswerContext,
  evidenceOf,
  graphOf,
  sampleOf,
  shownWindow,
  windowOf,
} from './AnswerContext';
import { shownFor } from '../callsPart';

const hopsAtMost = 500;

type Reading = {
  context: AnswerContext;
  window: Window;
  /** seconds of the window in which anything was counted */
  seconds: number;
  trees: readonly TreeStep[];
  topics: TopicJourneys;
  material: GraphMaterial;
};

const readJourneys = async (
  context: AnswerContext,
  scope: CallsScope,
): Promise<Reading> => {
  const { until, length = shownFor } = scope;
  const window = windowOf(scope, context.clock);
  const isPrepared = until === undefined && length === shownFor;
  const all = await context.journeys.trees(isPrepared ? undefined : window);
  const material = await context.graphs.material();
  const { seconds } = await graphOf(context, scope);
  const { environment } = scope;
  const trees = all.filter(
    ({ step }) =>
      environment === undefined ||
      material.nodes.get(step.callee)?.environment === environment,
  );
  const topics = topicJourneys(trees);
  return { context, window, seconds, trees, topics, material };
};

export const journeysAnswer = async (
  context: AnswerContext,
  query: JourneysQuery,
): Promise<JourneysPage> => {
  const reading = await readJourneys(context, query);
  const { mayRead } = query;
  const fitting = reading.trees
    .filter(root => {
      const { entity, owner } = calleeOf(reading, root);
      return !mayRead || (entity !== undefined && mayRead(owner?.ref));
    })
    .map(root => ({ root, hops: [...hopsAcross(root, reading.topics)] }))
    .filter(({ hops }) => fits(reading, hops, query));
  return {
    window: shownWindow(reading.window),
    items: fitting
      .slice(0, query.limit)
      .map(({ root, hops }) => summary(reading, root, hops)),
    total: fitting.length,
    evidence: await evidenceOf(context),
  };
};

const fits = (
  reading: Reading,
  hops: readonly Hop[],
  { service, q }: JourneysQuery,
): boolean => {
  const passes =
    service === undefined ||
    hops.some(({ tree }) => calleeOf(reading, tree).id === service);
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (!passes || words.length === 0) return passes;
  const said = [
    hops[0].tree.step.operation,
    ...hops.map(({ tree }) => calleeOf(reading, tree).name),
  ]
    .join('\n')
    .toLowerCase();
  return words.every(word => said.includes(word));
};

const nobody: CallParty = { id: 'unnamed', kind: 'unnamed', name: 'Unnamed' };

const calleeOf = ({ material }: Reading, { step }: TreeStep): CallParty =>
  material.parties.get(step.callee) ?? nobody;

/** Rates are of all calls there were, sampled or not; samples alone give none. */
const figuresOf = ({ seconds }: Reading, counts: StepCounts) =>
  toFigures(counts, {
    latency: counts.latency,
    ...(counts.estimated > 0 && { seconds }),
  });

const summary = (
  reading: Reading,
  root: TreeStep,
  hops: readonly Hop[],
): JourneySummary => {
  const { step, counts } = root;
  const topic =
    step.caller === null
      ? undefined
      : reading.material.parties.get(step.caller);
  const parties = hops.map(({ tree }) => calleeOf(reading, tree));
  const services = parties.filter(({ kind }) => kind === 'service');
  return {
    id: step.key,
    party: calleeOf(reading, root),
    ...{ operation: step.operation, protocol: step.protocol },
    ...(topic?.kind === 'queue' && { topic }),
    figures: figuresOf(reading, counts),
    hops: hops.length - 1,
    services: new Set(services.map(({ id }) => id)).size,
    depth: syncDepth(root),
    lastSeen: toIso(counts.lastSeen),
  };
};

/** Calls in a row that wait for each other, the root's own the first. */
const syncDepth = ({ children }: TreeStep): number =>
  children
    .filter(({ step }) => step.mode === 'sync')
    .reduce((most, child) => Math.max(most, 1 + syncDepth(child)), 0);

export const journeyAnswer = async (
  context: AnswerContext,
  id: string,
  scope: CallsScope,
): Promise<Journey | undefined> => {
  const reading = await readJourneys(context, scope);
  const root = reading.trees.find(({ step }) => step.key === id);
  if (!root) return undefined;
  const hops = [...hopsAcross(root, reading.topics)];
  const shown = hops.slice(0, hopsAtMost);
  // Every step's own part of the critical path, so together what the root took.
  const whole = [...walk(root)].reduce(
    (sum, { tree }) => sum + tree.counts.critical,
    0,
  );
  return {
    ...summary(reading, root, hops),
    window: shownWindow(reading.window),
    tree: shown.map(hop => toHop(reading, { hop, root, whole })),
    leftOut: hops.length - shown.length,
    failurePoints: failurePoints(shown).map(({ hop, ...point }) => ({
      hop: idOf(hop),
      ...point,
    })),
    availability: availabilityCeiling(root, tree => calleeOf(reading, tree)),
    evidence: await evidenceOf(context),
  };
};

const toHop = (
  reading: Reading,
  place: {
    hop: Hop;
    root: TreeStep;
    /** microseconds of all journeys together */
    whole: number;
  },
): JourneyHop => {
  const { hop, root } = place;
  const { step, counts } = hop.tree;
  const sample = sampleOf(step.sample, reading.context);
  return {
    id: idOf(hop),
    ...(hop.parent && { parent: idOf(hop.parent) }),
    ...{ depth: hop.depth, operation: step.operation },
    callee: calleeOf(reading, hop.tree),
    protocol: step.protocol,
    // Nobody waits for who reads a message, however it waits for others.
    mode: hop.isAcross ? 'async' : step.mode,
    ...howOften(hop),
    figures: figuresOf(reading, counts),
    critical: isWaitedFor(hop) ? counts.critical / (place.whole || 1) : 0,
    budget: isWaitedFor(hop) ? counts.critical / root.counts.calls / 1000 : 0,
    ...(hop.isAcross && { acrossTopic: true }),
    ...(sample && { sample }),
  };
};

/**
 * The same in every answer: the key of a step says the whole way to it, but for
 * the topics that were crossed, which stand in front.
 */
const idOf = (hop: Hop): string => {
  const before = crossedAt(hop);
  const { key } = hop.tree.step;
  return before ? `${idOf(before)}~${key}` : key;
};

/** The hop whose message the nearest reader above read. */
const crossedAt = ({ isAcross, parent }: Hop): Hop | undefined =>
  parent && (isAcross ? parent : crossedAt(parent));

/** What comes after a message was sent, nobody waits for, however far it goes. */
const isWaitedFor = (hop: Hop): boolean =>
  !hop.isAcross && (hop.parent === undefined || isWaitedFor(hop.parent));

/** Part of the parent's calls that make this one, and how many calls each of those makes. */
const howOften = ({ tree, parent, isAcross }: Hop) => {
  const { calls, parents, estimated } = tree.counts;
  if (!parent) return { share: 1, times: 1 };
  const asked = parent.tree.counts;
  if (isAcross) {
    const read = estimated || calls;
    const sent = asked.estimated || asked.calls;
    return { share: Math.min(1, read / sent), times: 1 };
  }
  return {
    share: Math.min(1, parents / asked.calls),
    times: parents === 0 ? 1 : calls / parents,
  };
};

import {
  ObservedDependencies,
  ObservedDependency,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { readCursor, writeCursor } from '../../../platform/paging/cursor';
import { ObservedQuery } from '../CallAnswers';
import { Catalog } from '../engine/Catalog';
import { CallGraph } from '../engine/graph/CallGraph';
import {
  ObservedPair,
  observedPairs,
  placeAfter,
} from '../engine/observed/observedPairs';
import { AnswerContext, evidenceOf, graphOf, usedSince } from './AnswerContext';

/** By graph: all pages of one asker come from the same list, as long as it is fresh. */
const listed = new WeakMap<CallGraph, readonly ObservedPair[]>();

const list = 'calls-observed';

/** One page of who leans on whom, in the words of the catalog. */
export const observedAnswer = async (
  context: AnswerContext,
  query: ObservedQuery,
): Promise<ObservedDependencies> => {
  const graph = await graphOf(context, {});
  const isAsked = await filterOf(context, graph, query);
  const pairs = pairsOf(graph);
  const found: ObservedPair[] = [];
  // One more than asked for: is there a next page?
  for (
    let at = placeOf(pairs, query);
    at < pairs.length && found.length <= query.limit;
    at++
  ) {
    if (isAsked(pairs[at])) found.push(pairs[at]);
  }
  const shown = found.slice(0, query.limit);
  const last = shown[shown.length - 1];
  return {
    items: shown.map(toItem),
    ...(found.length > shown.length && {
      nextCursor: writeCursor({ key: last.from, id: last.to }, list),
    }),
    evidence: await evidenceOf(context),
  };
};

const pairsOf = (graph: CallGraph): readonly ObservedPair[] => {
  const pairs = listed.get(graph) ?? observedPairs(graph);
  listed.set(graph, pairs);
  return pairs;
};

const placeOf = (
  pairs: readonly ObservedPair[],
  { cursor }: ObservedQuery,
): number => {
  if (!cursor) return 0;
  const { key, id } = readCursor(cursor, list);
  return placeAfter(pairs, { from: key, to: id });
};

/** Of two who may not be seen nothing is told; of one, that it leans on the other. */
const filterOf = async (
  { catalog, clock }: AnswerContext,
  { parties }: CallGraph,
  { mayRead }: ObservedQuery,
) => {
  const entities = await catalog.read();
  const since = usedSince(clock());
  const isReadable = (id: string) =>
    mayRead === undefined || mayRead(parties.get(id)?.owner?.ref);
  return ({ from, to, lastSeen }: ObservedPair) =>
    lastSeen >= since &&
    entities.services.has(from) &&
    isEntity(to, entities) &&
    (isReadable(from) || isReadable(to));
};

const isEntity = (id: string, { services, resources }: Catalog) =>
  services.has(id) || resources.has(id);

const toItem = (pair: ObservedPair): ObservedDependency => {
  const { from, to, modes, calls, isCounted, lastSeen } = pair;
  return {
    ...{ from, to, modes: [...modes].sort() },
    ...(isCounted && { calls }),
    lastSeen: toIso(lastSeen),
  };
};

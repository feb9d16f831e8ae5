import {
  CallFigures,
  CallMap,
  MapEdge,
} from '@sightline/backstage-plugin-sightline-common';
import { inTurns } from '../../../platform/inTurns';
import { MapQuery } from '../CallAnswers';
import { CallCounts, mergeCounts } from '../engine/CallCounts';
import { toFigures } from '../engine/figures';
import {
  addSums,
  CallGraph,
  EdgeSums,
  GraphEdge,
  noCalls,
} from '../engine/graph/CallGraph';
import { isUsed } from '../engine/graph/neighbours';
import { edgeChange } from '../engine/map/edgeChange';
import { pairKey, PlannedEdge, planMap } from '../engine/map/planMap';
import {
  AnswerContext,
  evidenceOf,
  graphOf,
  partyIn,
  shownWindow,
  windowOf,
} from './AnswerContext';
import { allVerdicts, driftView } from './driftAnswer';

/** Latencies are read for what is shown, as long as that is not half the fleet. */
const readAtMost = 3_000;

export const mapAnswer = async (
  context: AnswerContext,
  query: MapQuery,
): Promise<CallMap> => {
  const { compareUntil } = query;
  const view = await driftView(context);
  const verdicts = await allVerdicts(view);
  const graph = readable(await graphOf(context, query), query);
  const before =
    compareUntil === undefined
      ? undefined
      : readable(
          await graphOf(context, { ...query, until: compareUntil }),
          query,
        );
  const planned = {
    ...query,
    partyOf: (id: string) => partyIn(id, graph, view.catalog),
  };
  const plan = await inTurns(
    planMap(before ? union(graph, before) : graph, planned, verdicts),
  );
  const now = await figuresOf(context, graph, plan.edges);
  const then = before && (await figuresOf(context, before, plan.edges));
  const window = windowOf(query, context.clock);
  return {
    window: shownWindow(window),
    ...(compareUntil !== undefined && {
      compared: shownWindow(
        windowOf({ ...query, until: compareUntil }, context.clock),
      ),
    }),
    groupBy: query.focus === undefined ? query.groupBy : 'none',
    nodes: plan.nodes,
    edges: plan.edges.map((edge, at) =>
      toMapEdge(edge, now[at], then && then[at]),
    ),
    ...{ groups: plan.groups, leftOut: plan.leftOut },
    environments: await environmentsOf(context),
    evidence: await evidenceOf(context),
  };
};

/** Of two who may not be seen nothing is told; of one, that it calls the other. */
const readable = (graph: CallGraph, { mayRead }: MapQuery): CallGraph => {
  if (!mayRead) return graph;
  const isReadable = (id: string) => {
    const party = graph.parties.get(id);
    return party?.entity !== undefined && mayRead(party.owner?.ref);
  };
  const edges = graph.edges.filter(
    ({ caller, callee }) => isReadable(caller) || isReadable(callee),
  );
  const met = new Set(edges.flatMap(({ caller, callee }) => [caller, callee]));
  const parties = new Map([...graph.parties].filter(([id]) => met.has(id)));
  return { ...graph, edges, parties };
};

/** What is there now, and what was there before and is gone: that needs a place, too. */
const union = (now: CallGraph, before: CallGraph): CallGraph => {
  const used = new Set(now.edges.filter(isUsed).map(pairOf));
  const gone = before.edges.filter(edge => !used.has(pairOf(edge)));
  return {
    ...now,
    parties: new Map([...before.parties, ...now.parties]),
    edges: [...now.edges.filter(isUsed), ...gone],
  };
};

const pairOf = ({ caller, callee }: GraphEdge) => pairKey(caller, callee);

const figuresOf = async (
  { graphs }: AnswerContext,
  graph: CallGraph,
  edges: readonly PlannedEdge[],
): Promise<CallFigures[]> => {
  const wanted = new Set(edges.flatMap(({ ids }) => ids));
  const counts =
    wanted.size <= readAtMost
      ? await graphs.counts([...wanted], graph.window)
      : new Map<number, CallCounts>();
  const sums = sumsByPair(graph);
  return edges.map(edge => {
    const latencies = [...new Set(edge.ids)].flatMap(id => {
      const counted = counts.get(id);
      return counted ? [counted] : [];
    });
    const latency =
      latencies.length > 0 ? latencies.reduce(mergeCounts).latency : [];
    const counted = [...edge.pairs]
      .map(pair => sums.get(pair) ?? noCalls)
      .reduce(addSums, noCalls);
    return toFigures(counted, {
      latency,
      ...(edge.isCounted && { seconds: graph.seconds }),
    });
  });
};

const sumsByPair = ({ edges }: CallGraph): Map<string, EdgeSums> => {
  const sums = new Map<string, EdgeSums>();
  for (const { caller, callee, sums: more } of edges) {
    const pair = pairKey(caller, callee);
    sums.set(pair, addSums(sums.get(pair) ?? noCalls, more));
  }
  return sums;
};

const toMapEdge = (
  edge: PlannedEdge,
  figures: CallFigures,
  before: CallFigures | undefined,
): MapEdge => ({
  id: pairKey(edge.from, edge.to),
  ...{ from: edge.from, to: edge.to, figures },
  modes: [...edge.modes].sort(),
  protocols: [...edge.protocols].sort(),
  evidence: [...edge.evidence].sort(),
  ...(edge.verdict && { verdict: edge.verdict }),
  merged: edge.pairs.size,
  ...(before && { before, change: edgeChange(before, figures) }),
});

const environmentsOf = async ({ graphs }: AnswerContext): Promise<string[]> => {
  const { nodes } = await graphs.material();
  const named = [...nodes.values()].map(({ environment }) => environment);
  return [...new Set(named)].filter(Boolean).sort();
};

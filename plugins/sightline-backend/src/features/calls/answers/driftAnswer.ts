import {
  DependencyDrift,
  DriftVerdict,
  known,
  ServiceRef,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { inTurns } from '../../../platform/inTurns';
import { Catalog } from '../engine/Catalog';
import { catalogPatch } from '../engine/drift/catalogPatch';
import { Contracts } from '../engine/drift/Contracts';
import {
  countVerdicts,
  dependencyDrift,
} from '../engine/drift/dependencyDrift';
import { CallGraph, GraphMaterial } from '../engine/graph/CallGraph';
import { edgesFrom, edgesTo } from '../engine/graph/neighbours';
import { pairKey } from '../engine/map/planMap';
import { AnswerContext, graphOf, usedSince } from './AnswerContext';

/** Everything by which drift of any service can be told. */
export type DriftView = {
  graph: CallGraph;
  catalog: Catalog;
  contracts?: Contracts;
  /** whether it speaks for itself in traces */
  isTraced(service: ServiceRef): boolean;
  rowsOf(service: ServiceRef): ReturnType<typeof dependencyDrift>;
};

/** Services that speak for themselves: nodes of their own carry their names. */
export const tracedServices = ({
  nodes,
  parties,
}: GraphMaterial): Set<string> => {
  const traced = new Set<string>();
  for (const [id, { kind }] of nodes) {
    const entity = parties.get(id)?.entity;
    if (kind === 'service' && entity !== undefined) traced.add(entity);
  }
  return traced;
};

export const driftView = async (context: AnswerContext): Promise<DriftView> => {
  const graph = await graphOf(context, {});
  const catalog = await context.catalog.read();
  const contracts = await context.contracts();
  const traced = tracedServices(await context.graphs.material());
  const from = edgesFrom(graph.edges);
  const to = edgesTo(graph.edges);
  const since = usedSince(context.clock());
  return {
    ...{ graph, catalog, contracts },
    isTraced: service => traced.has(service),
    rowsOf: service =>
      dependencyDrift({
        ...{ service, graph, from, to, catalog, traced, since, contracts },
      }),
  };
};

type Verdicts = ReadonlyMap<string, DriftVerdict>;

/** By graph and catalog: they change every few seconds, and many look at a map. */
const judged = new WeakMap<
  CallGraph,
  { catalog: Catalog; verdicts: Promise<Verdicts> }
>();

/** Verdicts of all services, by pair: for maps. */
export const allVerdicts = (view: DriftView): Promise<Verdicts> => {
  const before = judged.get(view.graph);
  if (before?.catalog === view.catalog) return before.verdicts;
  const verdicts = inTurns(judgeAll(view));
  judged.set(view.graph, { catalog: view.catalog, verdicts });
  return verdicts;
};

function* judgeAll(view: DriftView): Generator<void, Verdicts> {
  const verdicts = new Map<string, DriftVerdict>();
  for (const service of view.catalog.services.keys()) {
    yield;
    for (const { target, verdict } of view.rowsOf(service)) {
      verdicts.set(pairKey(service, target.id), verdict);
    }
  }
  return verdicts;
}

const contractedLayer = ({ contracts }: DriftView) =>
  contracts?.evidence
    ? known(true as const, contracts.evidence)
    : unknown(
        'not-configured',
        'No contracts are known: no Pact Broker is set up',
      );

export const driftAnswer = async (
  context: AnswerContext,
  service: ServiceRef,
): Promise<DependencyDrift> => {
  const view = await driftView(context);
  const rows = view.rowsOf(service);
  const patch = catalogPatch(service, rows, view.catalog);
  const seen = await context.graphs.evidence();
  return {
    rows,
    counts: countVerdicts(rows),
    layers: {
      declared: known(true, view.catalog.evidence),
      seen: seen
        ? known(true, seen)
        : unknown('not-configured', 'No traces have come yet'),
      contracted: contractedLayer(view),
      deployed: unknown(
        'not-configured',
        'What runs where is not known: no cluster is set up',
      ),
    },
    ...(patch && { patch }),
  };
};

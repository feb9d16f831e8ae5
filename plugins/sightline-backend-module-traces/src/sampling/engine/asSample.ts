import type {
  CallsPart,
  EdgeDelta,
  JourneysPart,
} from '@sightline/backstage-plugin-sightline-node';

/** Where a part's nodes and steps begin in the whole. */
type Offset = { nodes: number; steps: number };

/**
 * What an engine counted in some traces among many, in one piece and marked as
 * that: it proves who calls whom, and how often it does not say.
 *
 * Weights of head sampling do not help: they tell for how many traces one was
 * recorded, not how many of the recorded ones we left where they are.
 */
export const asSample = (parts: readonly CallsPart[]): CallsPart => {
  const offsets: Offset[] = [{ nodes: 0, steps: 0 }];
  parts.forEach(({ nodes, journeys }, nth) =>
    offsets.push({
      nodes: offsets[nth].nodes + nodes.length,
      steps: offsets[nth].steps + (journeys?.steps.length ?? 0),
    }),
  );
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    edges: parts.flatMap(({ edges }, nth) =>
      edges.map(edge => unrated(edge, offsets[nth])),
    ),
    sightings: parts.flatMap(({ sightings }, nth) =>
      sightings.map(one => ({ ...one, node: one.node + offsets[nth].nodes })),
    ),
    ...(parts.some(({ journeys }) => journeys) && {
      journeys: {
        steps: parts.flatMap((part, nth) => stepsOf(part, offsets[nth])),
        counts: parts.flatMap((part, nth) => countsOf(part, offsets[nth])),
      },
    }),
  };
};

const unrated = (edge: EdgeDelta, { nodes }: Offset): EdgeDelta => ({
  ...edge,
  caller: edge.caller + nodes,
  callee: edge.callee + nodes,
  estimated: edge.calls,
  unweighted: edge.calls,
  ratesUnknown: true,
});

const stepsOf = (
  { journeys }: CallsPart,
  { nodes, steps }: Offset,
): JourneysPart['steps'] =>
  (journeys?.steps ?? []).map(step => ({
    ...step,
    callee: step.callee + nodes,
    ...(step.parent !== undefined && { parent: step.parent + steps }),
    ...(step.caller !== undefined && { caller: step.caller + nodes }),
  }));

const countsOf = (
  { journeys }: CallsPart,
  { steps }: Offset,
): JourneysPart['counts'] =>
  (journeys?.counts ?? []).map(count => ({
    ...count,
    step: count.step + steps,
    // Nobody knows how many there were.
    estimated: 0,
  }));

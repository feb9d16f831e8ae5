import {
  DependencyDrift,
  Evidence,
  FactDefinition,
  FactReading,
  FactValue,
  ServiceCallFacts,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { FactProvider } from '@sightline/backstage-plugin-sightline-node';
import { AnswerContext } from './answers/AnswerContext';
import { DriftView, driftView } from './answers/driftAnswer';
import { callFacts } from './answers/factsAnswer';
import { countVerdicts } from './engine/drift/dependencyDrift';

type Said = {
  facts: ServiceCallFacts;
  drift: DependencyDrift['counts'];
};

type Fact = Omit<FactDefinition, 'id'> & {
  /** undefined while it cannot be told */
  of(said: Said): FactValue | undefined;
};

const names = (parties: readonly { name: string }[] | undefined) =>
  (parties ?? []).map(({ name }) => name);

/** Only of services that speak for themselves: of others nobody knows. */
const ifTraced =
  (of: (said: Said) => FactValue | undefined) =>
  (said: Said): FactValue | undefined =>
    said.facts.traced ? of(said) : undefined;

const facts: Record<string, Fact> = {
  traced: {
    ...{ type: 'boolean', title: 'Traced' },
    description: 'Whether the service sends traces that carry its name',
    of: said => said.facts.traced,
  },
  tracedSince: {
    ...{ type: 'string', title: 'Traced since' },
    description: 'When its first trace came',
    of: ifTraced(said => said.facts.tracedSince),
  },
  operations: {
    ...{ type: 'number', title: 'Operations', unit: 'count' },
    description: 'Operations of the service that were called in the last hour',
    of: ifTraced(said => said.facts.operations),
  },
  syncFanIn: {
    ...{ type: 'number', title: 'Services that wait for it', unit: 'count' },
    description: 'Services that called it in the last hour and waited',
    of: ifTraced(said => said.facts.syncFanIn),
  },
  syncFanOut: {
    ...{ type: 'number', title: 'Services it waits for', unit: 'count' },
    description: 'Services it called in the last hour and waited for',
    of: ifTraced(said => said.facts.syncFanOut),
  },
  cycle: {
    ...{ type: 'strings', title: 'Synchronous cycle' },
    description:
      'Services that wait for each other in a circle through it, in order; empty when there is none',
    of: ifTraced(said => said.facts.cycle ?? []),
  },
  longestChain: {
    ...{ type: 'number', title: 'Longest synchronous chain', unit: 'hops' },
    description:
      'Calls in a row, from this service on, that wait for each other',
    of: ifTraced(said => said.facts.longestChain?.hops ?? 0),
  },
  longestChainAvailability: {
    ...{ type: 'number', title: 'Availability of that chain', unit: 'ratio' },
    description: 'Product of what the services of the chain answered well',
    of: ifTraced(said => said.facts.longestChain?.availability),
  },
  longestChainLatency: {
    ...{ type: 'number', title: 'Latency of that chain', unit: 'ms' },
    description: 'What 95 % of its first calls do not exceed',
    of: ifTraced(said => said.facts.longestChain?.p95),
  },
  sharedStores: {
    ...{ type: 'strings', title: 'Stores shared with other owners' },
    description: 'Databases it uses and services of other owners use, too',
    of: ifTraced(said =>
      names(said.facts.sharedStores?.map(({ store }) => store)),
    ),
  },
  chatty: {
    ...{ type: 'strings', title: 'Chatty calls' },
    description:
      'Operations it calls five times or more for one call of its own',
    of: ifTraced(said =>
      (said.facts.chatty ?? []).map(
        ({ callee, calleeOperation }) => `${callee.name} ${calleeOperation}`,
      ),
    ),
  },
  retries: {
    ...{ type: 'number', title: 'Retries', unit: 'count' },
    description: 'Calls it repeated in the last hour',
    of: ifTraced(said => said.facts.retries),
  },
  tierInversions: {
    ...{ type: 'strings', title: 'Tier inversions' },
    description:
      'Services it waits for that are two tiers or more below its own',
    of: ifTraced(said => names(said.facts.tierInversions)),
  },
  undeclared: {
    ...{ type: 'number', title: 'Undeclared dependencies', unit: 'count' },
    description: 'Seen in traces, unknown to the catalog',
    of: ifTraced(said => said.drift.undeclared),
  },
  unused: {
    ...{ type: 'number', title: 'Unused dependencies', unit: 'count' },
    description: 'Declared in the catalog, not seen in traces',
    of: ifTraced(said => said.drift.unused),
  },
};

/** What scorecards and pages can know of calls. */
export const createCallFactProvider = (
  context: AnswerContext,
): FactProvider => ({
  definitions: Object.entries(facts).map(
    ([name, { of: _, ...definition }]) => ({
      id: `calls.${name}`,
      ...definition,
    }),
  ),

  async read(services, { signal }) {
    const evidence = await context.graphs.evidence();
    // Nobody ever reported calls: that is no fact about any service.
    if (!evidence) return new Map();
    const view = await driftView(context);
    const readings = new Map<ServiceRef, FactReading[]>();
    for (const service of services) {
      signal.throwIfAborted();
      readings.set(service, await readingsOf(context, view, service, evidence));
    }
    return readings;
  },
});

const readingsOf = async (
  context: AnswerContext,
  view: DriftView,
  service: ServiceRef,
  evidence: Evidence,
): Promise<FactReading[]> => {
  const said: Said = {
    facts: await callFacts(context, view, service),
    drift: countVerdicts(view.rowsOf(service)),
  };
  return Object.entries(facts).flatMap(([name, { of }]) => {
    const value = of(said);
    return value === undefined
      ? []
      : [{ fact: `calls.${name}`, value, evidence }];
  });
};

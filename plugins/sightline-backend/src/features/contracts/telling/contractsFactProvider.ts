import {
  FactDefinition,
  FactReading,
  FactValue,
  ServiceContracts,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { FactProvider } from '@sightline/backstage-plugin-sightline-node';
import { ContractsReader } from '../ContractsReader';

type Fact = Omit<FactDefinition, 'id'> & {
  /** undefined while it cannot be told */
  of(said: ServiceContracts): FactValue | undefined;
};

const hasAny = ({ providers, consumers }: ServiceContracts) =>
  providers.length + consumers.length > 0;

/** Only of services with pacts: of others a count says nothing. */
const ifAny =
  (of: (said: ServiceContracts) => FactValue | undefined) =>
  (said: ServiceContracts) =>
    hasAny(said) ? of(said) : undefined;

const distinct = (names: readonly string[]) => new Set(names).size;

const facts: Record<string, Fact> = {
  hasContracts: {
    ...{ type: 'boolean', title: 'Has contracts' },
    description: 'Whether a broker knows a pact of the service',
    of: hasAny,
  },
  verified: {
    ...{ type: 'number', title: 'Verified pacts', unit: 'count' },
    description: 'Newest pacts of the service that its providers, or it, keep',
    of: ifAny(({ counts }) => counts.success),
  },
  failed: {
    ...{ type: 'number', title: 'Failed pacts', unit: 'count' },
    description: 'Newest pacts of the service that are not kept',
    of: ifAny(({ counts }) => counts.failed),
  },
  pending: {
    ...{ type: 'number', title: 'Pending pacts', unit: 'count' },
    description: 'Not kept, and not yet holding the provider back',
    of: ifAny(({ counts }) => counts.pending),
  },
  unknown: {
    ...{ type: 'number', title: 'Unverified pacts', unit: 'count' },
    description: 'Never verified, or changed since they were',
    of: ifAny(({ counts }) => counts.never + counts.stale),
  },
  consumers: {
    ...{ type: 'number', title: 'Consumers with a pact', unit: 'count' },
    description: 'Others that have said what they expect of the service',
    of: ifAny(({ consumers }) =>
      distinct(consumers.map(({ consumer }) => consumer.name)),
    ),
  },
  providers: {
    ...{ type: 'number', title: 'Providers with a pact', unit: 'count' },
    description: 'Others of which the service has said what it expects',
    of: ifAny(({ providers }) =>
      distinct(providers.map(({ provider }) => provider.name)),
    ),
  },
  uncontractedCalls: {
    ...{ type: 'number', title: 'Calls without a pact', unit: 'count' },
    description:
      'Services it calls or is called by without a pact, or beyond what the pact says',
    of: ifAny(
      ({ gaps }) =>
        gaps.filter(({ kind }) => kind === 'traffic-without-contract').length,
    ),
  },
  silentContracts: {
    ...{ type: 'number', title: 'Pacts without calls', unit: 'count' },
    description: 'Pacts of two that were not seen speaking',
    of: ifAny(
      ({ gaps }) =>
        gaps.filter(({ kind }) => kind === 'contract-without-traffic').length,
    ),
  },
};

/** What scorecards and pages can know of contracts. */
export const createContractsFactProvider = (
  reader: Pick<ContractsReader, 'ofService' | 'isKnown'>,
): FactProvider => ({
  definitions: Object.entries(facts).map(
    ([name, { of: _, ...definition }]) => ({
      id: `contracts.${name}`,
      ...definition,
    }),
  ),

  async read(services, { signal }) {
    // No broker was ever mirrored: that is no fact about any service.
    if (!(await reader.isKnown())) return new Map();
    const readings = new Map<ServiceRef, FactReading[]>();
    for (const service of services) {
      signal.throwIfAborted();
      readings.set(service, readingsOf(await reader.ofService(service)));
    }
    return readings;
  },
});

const readingsOf = (said: ServiceContracts): FactReading[] => {
  const { evidence } = said;
  if (!evidence) return [];
  return Object.entries(facts).flatMap(([name, { of }]) => {
    const value = of(said);
    return value === undefined
      ? []
      : [{ fact: `contracts.${name}`, value, evidence }];
  });
};

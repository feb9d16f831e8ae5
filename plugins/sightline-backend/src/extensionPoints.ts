import { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import { FactDefinition } from '@sightline/backstage-plugin-sightline-common';
import {
  ClueProvider,
  ContractBroker,
  FactProvider,
  IndicatorSource,
  ObjectiveProvider,
  sightlineCluesExtensionPoint,
  sightlineContractsExtensionPoint,
  sightlineFactsExtensionPoint,
  sightlineObjectivesExtensionPoint,
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';

/** What modules add before the plugin starts. */
export const registerExtensionPoints = (
  env: BackendPluginRegistrationPoints,
) => {
  const sources: Source[] = [];
  const factDefinitions = new Map<string, FactDefinition>();
  const factProviders: FactProvider[] = [];
  const clueProviders: ClueProvider[] = [];
  const indicatorSources: IndicatorSource[] = [];
  const objectiveProviders: ObjectiveProvider[] = [];
  const contractBrokers: ContractBroker[] = [];

  const define = (definitions: readonly FactDefinition[]) => {
    for (const definition of definitions) {
      if (factDefinitions.has(definition.id)) {
        throw new Error(`The fact '${definition.id}' is defined twice`);
      }
      factDefinitions.set(definition.id, definition);
    }
  };

  const addFactProvider = (provider: FactProvider) => {
    define(provider.definitions);
    factProviders.push(provider);
  };

  env.registerExtensionPoint(sightlineSourcesExtensionPoint, {
    addSource(source) {
      if (sources.some(({ id }) => id === source.id)) {
        throw new Error(`There are two sources with the id '${source.id}'`);
      }
      sources.push(source);
    },
  });
  env.registerExtensionPoint(sightlineFactsExtensionPoint, {
    addDefinitions: define,
    addProvider: addFactProvider,
  });
  env.registerExtensionPoint(sightlineCluesExtensionPoint, {
    addProvider(provider) {
      // Clues are kept by provider: two of one id would forget each other's.
      if (clueProviders.some(({ id }) => id === provider.id)) {
        throw new Error(
          `There are two providers of clues with the id '${provider.id}'`,
        );
      }
      clueProviders.push(provider);
    },
  });

  env.registerExtensionPoint(sightlineObjectivesExtensionPoint, {
    addIndicatorSource(source) {
      if (indicatorSources.some(({ id }) => id === source.id)) {
        throw new Error(
          `There are two sources of indicators with the id '${source.id}'`,
        );
      }
      indicatorSources.push(source);
    },
    addProvider(provider) {
      // What one says replaces what it said before, told apart by the id.
      if (objectiveProviders.some(({ id }) => id === provider.id)) {
        throw new Error(
          `There are two providers of objectives with the id '${provider.id}'`,
        );
      }
      objectiveProviders.push(provider);
    },
  });

  env.registerExtensionPoint(sightlineContractsExtensionPoint, {
    addBroker(broker) {
      if (contractBrokers.some(({ id }) => id === broker.id)) {
        throw new Error(
          `There are two brokers of contracts with the id '${broker.id}'`,
        );
      }
      contractBrokers.push(broker);
    },
  });

  return {
    ...{ sources, factProviders, clueProviders, addFactProvider },
    ...{ indicatorSources, objectiveProviders, contractBrokers },
  };
};

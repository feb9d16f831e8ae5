import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { FactDefinition } from '@sightline/backstage-plugin-sightline-common';
import {
  ContractBroker,
  FactProvider,
  ok,
  PullSource,
  sightlineCluesExtensionPoint,
  sightlineContractsExtensionPoint,
  IndicatorSource,
  sightlineFactsExtensionPoint,
  sightlineObjectivesExtensionPoint,
  sightlineSourcesExtensionPoint,
} from '@sightline/backstage-plugin-sightline-node';
import { registerExtensionPoints } from './extensionPoints';

const source = (id: string): PullSource => ({
  kind: 'pull',
  id,
  title: id,
  pull: async () => ok({}),
});

const fact = (id: string) => ({ id } as FactDefinition);

const provider = (...ids: string[]): FactProvider => ({
  definitions: ids.map(fact),
  read: async () => new Map(),
});

const indicatorSource = (id: string): IndicatorSource => ({
  id,
  title: id,
  measures: () => false,
  measure: async () => ok([]),
});

const broker = (id: string) => ({ id } as ContractBroker);

type Points = {
  sources: typeof sightlineSourcesExtensionPoint.T;
  facts: typeof sightlineFactsExtensionPoint.T;
  clues: typeof sightlineCluesExtensionPoint.T;
  objectives: typeof sightlineObjectivesExtensionPoint.T;
  contracts: typeof sightlineContractsExtensionPoint.T;
};

/** What arrives in the plugin when a module adds this. */
const withModule = async (add: (points: Points) => void) => {
  let arrived: ReturnType<typeof registerExtensionPoints> | undefined;
  await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'sightline',
        register(env) {
          const extensions = registerExtensionPoints(env);
          env.registerInit({
            deps: {},
            async init() {
              arrived = extensions;
            },
          });
        },
      }),
      createBackendModule({
        pluginId: 'sightline',
        moduleId: 'more',
        register: env =>
          env.registerInit({
            deps: {
              sources: sightlineSourcesExtensionPoint,
              facts: sightlineFactsExtensionPoint,
              clues: sightlineCluesExtensionPoint,
              objectives: sightlineObjectivesExtensionPoint,
              contracts: sightlineContractsExtensionPoint,
            },
            async init(points) {
              add(points);
            },
          }),
      }),
    ],
  });
  return arrived;
};

describe('registerExtensionPoints', () => {
  it('hands over what modules add, in their order', async () => {
    const sonar = source('sonar');
    const pact = source('pact');
    const facts = provider('sonar.coverage');
    const clues = { id: 'wiki', read: async () => [] };
    const indicators = indicatorSource('prometheus:main');
    const objectives = { id: 'wiki', read: async () => [] };

    const arrived = await withModule(points => {
      points.sources.addSource(sonar);
      points.sources.addSource(pact);
      points.facts.addDefinitions([fact('sonar.bugs')]);
      points.facts.addProvider(facts);
      points.clues.addProvider(clues);
      points.objectives.addIndicatorSource(indicators);
      points.objectives.addProvider(objectives);
      points.contracts.addBroker(broker('pact:main'));
    });

    expect(arrived).toEqual({
      sources: [sonar, pact],
      factProviders: [facts],
      clueProviders: [clues],
      addFactProvider: expect.any(Function),
      indicatorSources: [indicators],
      objectiveProviders: [objectives],
      contractBrokers: [broker('pact:main')],
    });
  });

  it.each<[string, string, (points: Points) => void]>([
    [
      'two brokers with one id',
      "There are two brokers of contracts with the id 'pact:main'",
      ({ contracts }) => {
        contracts.addBroker(broker('pact:main'));
        contracts.addBroker(broker('pact:main'));
      },
    ],
    [
      'two sources with one id',
      "There are two sources with the id 'sonar'",
      ({ sources }) => {
        sources.addSource(source('sonar'));
        sources.addSource(source('sonar'));
      },
    ],
    [
      'one fact defined by two',
      "The fact 'sonar.bugs' is defined twice",
      ({ facts }) => {
        facts.addDefinitions([fact('sonar.bugs')]);
        facts.addProvider(provider('sonar.bugs'));
      },
    ],
    [
      'one fact defined twice by one',
      "The fact 'sonar.bugs' is defined twice",
      ({ facts }) => facts.addProvider(provider('sonar.bugs', 'sonar.bugs')),
    ],
    [
      'two providers of clues with one id',
      "There are two providers of clues with the id 'wiki'",
      ({ clues }) => {
        clues.addProvider({ id: 'wiki', read: async () => [] });
        clues.addProvider({ id: 'wiki', read: async () => [] });
      },
    ],
    [
      'two sources of indicators with one id',
      "There are two sources of indicators with the id 'main'",
      ({ objectives }) => {
        objectives.addIndicatorSource(indicatorSource('main'));
        objectives.addIndicatorSource(indicatorSource('main'));
      },
    ],
    [
      'two providers of objectives with one id',
      "There are two providers of objectives with the id 'wiki'",
      ({ objectives }) => {
        objectives.addProvider({ id: 'wiki', read: async () => [] });
        objectives.addProvider({ id: 'wiki', read: async () => [] });
      },
    ],
  ])('refuses %s', async (_title, words, add) => {
    await expect(withModule(add)).rejects.toThrow(words);
  });
});

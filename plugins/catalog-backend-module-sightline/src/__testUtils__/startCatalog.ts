import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { createFakeSightline } from './fakeSightline';
import sightlineModule from '../index';
import { readShown } from '../observed/readShown';

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'test:catalog',
      'backstage.io/managed-by-origin-location': 'test:catalog',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
});

const components = (names: readonly string[]) =>
  createBackendModule({
    ...{ pluginId: 'catalog', moduleId: 'test' },
    register: env =>
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: names.map(name => ({ entity: component(name) })),
              }),
          });
        },
      }),
  });

/** Lends the test what plugins ask the catalog with. */
const borrow = (lend: (catalog: CatalogService) => void) =>
  createBackendPlugin({
    pluginId: 'test',
    register: env =>
      env.registerInit({
        deps: { catalog: catalogServiceRef },
        init: async ({ catalog }) => lend(catalog),
      }),
  });

/** The real catalog with the module in it, beside a Sightline the test speaks for. */
export const startCatalog = async (options: {
  names: readonly string[];
  observedDependencies?: JsonObject;
}) => {
  const { names, observedDependencies = { enabled: true } } = options;
  const scheduler = mockServices.scheduler();
  const { fake, plugin } = createFakeSightline();
  let catalog: CatalogService | undefined;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      sightlineModule,
      plugin,
      components(names),
      borrow(service => {
        catalog = service;
      }),
      createServiceFactory({
        ...{ service: coreServices.scheduler, deps: {} },
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          // Only what is refreshed is processed again while a test runs.
          catalog: {
            processingInterval: { hours: 1 },
            sightline: { observedDependencies },
          },
        },
      }),
    ],
  });

  const entities = async () => {
    const credentials = mockCredentials.service();
    return (await catalog!.getEntities({}, { credentials })).items;
  };

  /** `a observedDependsOn b`, of all entities, sorted */
  const relations = async (): Promise<string[]> => {
    const words = (await entities()).flatMap(entity =>
      (entity.relations ?? [])
        .filter(({ type }) => type.startsWith('observed'))
        .map(({ type, targetRef }) =>
          [stringifyEntityRef(entity), type, targetRef].join(' '),
        ),
    );
    return words.map(text => text.replace(/component:default\//g, '')).sort();
  };

  return {
    fake,
    relations,
    /** the same, as a process that has just started looks at them */
    shown: () => readShown({ auth: mockServices.auth(), catalog: catalog! }),
    /** how many entities the catalog has processed and shows */
    size: async () => (await entities()).length,
    tasks: () => scheduler.getScheduledTasks(),
    /** Sightline is asked, as the schedule would */
    turn: () => scheduler.triggerTask('sightline-observed-dependencies'),
    stop: () => backend.stop(),
  };
};

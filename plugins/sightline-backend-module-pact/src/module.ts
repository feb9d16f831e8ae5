import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  sightlineContractsExtensionPoint,
  sightlineSourcesExtensionPoint,
} from '@sightline/backstage-plugin-sightline-node';
import { createPactBroker } from './asking/createPactBroker';
import { createBrokerClient } from './client/createBrokerClient';
import { createPactSource } from './mirror/createPactSource';
import { readPactConfig } from './readPactConfig';

/**
 * Mirrors each broker in `sightline.pact.brokers`, and asks it whether a version
 * may be deployed when somebody wants to know; without any it does nothing.
 * @public
 */
export const sightlineModulePact = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'pact',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: sightlineSourcesExtensionPoint,
        contracts: sightlineContractsExtensionPoint,
      },
      async init({ config, sources, contracts }) {
        for (const broker of readPactConfig(config)) {
          const client = createBrokerClient(broker.server);
          sources.addSource(createPactSource({ ...broker, client }));
          contracts.addBroker(createPactBroker({ ...broker, client }));
        }
      },
    });
  },
});

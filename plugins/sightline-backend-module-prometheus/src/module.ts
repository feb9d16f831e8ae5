import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sightlineSourcesExtensionPoint } from '@sightline/backstage-plugin-sightline-node';
import { createCallsSource } from './calls/createCallsSource';
import { createPrometheusClient } from './client/createPrometheusClient';
import { readPrometheusConfig } from './readPrometheusConfig';

/**
 * Reads who calls whom from the service-graph and span metrics of each server in
 * `sightline.prometheus.servers`; without any it does nothing.
 * @public
 */
export const sightlineModulePrometheus = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: sightlineSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const { id, server, calls } of readPrometheusConfig(config)) {
          if (!calls) continue;
          const client = createPrometheusClient(server);
          sources.addSource(createCallsSource({ id, client, settings: calls }));
        }
      },
    });
  },
});

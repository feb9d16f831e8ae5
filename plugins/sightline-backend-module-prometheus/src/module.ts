import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  sightlineObjectivesExtensionPoint,
  sightlineSourcesExtensionPoint,
} from '@sightline/backstage-plugin-sightline-node';
import { createCallsSource } from './calls/createCallsSource';
import { createPrometheusClient } from './client/createPrometheusClient';
import { createNamesSource } from './names/createNamesSource';
import { readPrometheusConfig } from './readPrometheusConfig';
import { createIndicatorSource } from './slo/createIndicatorSource';

/**
 * Reads who calls whom from the service-graph and span metrics of each server in
 * `sightline.prometheus.servers`, and measures objectives by it, of the services
 * that are named there; without any it does nothing.
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
        objectives: sightlineObjectivesExtensionPoint,
      },
      async init({ config, sources, objectives }) {
        for (const { id, server, calls, slo } of readPrometheusConfig(config)) {
          const client = createPrometheusClient(server);
          if (calls) {
            sources.addSource(
              createCallsSource({ id, client, settings: calls }),
            );
          }
          if (slo) {
            sources.addSource(createNamesSource({ id, client }));
            objectives.addIndicatorSource(
              createIndicatorSource({ id, client, settings: slo }),
            );
          }
        }
      },
    });
  },
});

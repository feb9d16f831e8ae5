import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sightlineSourcesExtensionPoint } from '@sightline/backstage-plugin-sightline-node';
import { createTracesSource } from './createTracesSource';
import { readTracesConfig } from './readTracesConfig';

/**
 * Asks the Jaegers and Tempos under `sightline.traces.backends` for traces: one
 * source each, and none where none is configured.
 * @public
 */
export const sightlineModuleTraces = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'traces',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: sightlineSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        readTracesConfig(config).forEach(backend =>
          sources.addSource(createTracesSource({ backend })),
        );
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sightlineSourcesExtensionPoint } from '@sightline/backstage-plugin-sightline-node';
import { createRefusedSource } from './createRefusedSource';
import { readKubernetesConfig } from './readKubernetesConfig';
import { createClusterSource } from './watching/createClusterSource';

/**
 * Watches each cluster that Backstage's Kubernetes plugin is configured with, of a
 * kubeconfig, and the one we run in; without any it does nothing.
 * @public
 */
export const sightlineModuleKubernetes = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: sightlineSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const one of readKubernetesConfig(config)) {
          sources.addSource(
            'cluster' in one
              ? createClusterSource({ id: one.id, cluster: one.cluster })
              : createRefusedSource(one.id, one.refused),
          );
        }
      },
    });
  },
});

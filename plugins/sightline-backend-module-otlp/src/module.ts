import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sightlineSourcesExtensionPoint } from '@sightline/backstage-plugin-sightline-node';
import { createOtlpSource } from './createOtlpSource';
import { readOtlpConfig } from './readOtlpConfig';
import { createOtlpRouter, otlpPath } from './receiving/createOtlpRouter';

/**
 * Receives traces at `/api/sightline/otlp/v1/traces` and counts who calls whom.
 * @public
 */
export const sightlineModuleOtlp = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'otlp',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        sources: sightlineSourcesExtensionPoint,
      },
      async init({ config: root, httpAuth, httpRouter, logger, sources }) {
        const config = readOtlpConfig(root);
        const source = createOtlpSource({ config, logger });
        sources.addSource(source);
        const { spans } = source;
        // Not open to anybody: the router asks for a service itself, and says no
        // in OTLP's words, which the barrier before it does not know.
        httpRouter.addAuthPolicy({ path: otlpPath, allow: 'unauthenticated' });
        httpRouter.use(
          createOtlpRouter({ ...config, httpAuth, logger, spans }),
        );
      },
    });
  },
});

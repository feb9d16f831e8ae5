import {
  HttpAuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { Clock } from '../../../../platform/clock';
import { createOpenApiRouter } from '../../../../schema/openapi/generated';
import { ServiceAccess } from '../../api/ServiceAccess';
import { createSafeToDeploy } from '../createSafeToDeploy';
import { DeploySources } from '../DeploySources';
import { readFreezes } from '../readFreezes';
import { authorizedSafeToDeploy } from './AuthorizedSafeToDeploy';
import { addSafeToDeployAction } from './safeToDeployAction';
import { addSafeToDeployRoute } from './safeToDeployRoute';

/** Whether something may be deployed now, over HTTP and as an action. */
export const addSafeToDeployApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    sources: DeploySources;
    access: ServiceAccess;
    actionsRegistry: ActionsRegistryService;
    clock: Clock;
    config: RootConfigService;
    httpAuth: HttpAuthService;
    logger: LoggerService;
  },
) => {
  const { sources, access, config, httpAuth, clock, logger } = options;
  const portal = config.getOptionalString('app.baseUrl')?.replace(/\/+$/, '');
  const reader = createSafeToDeploy({
    ...{ sources, clock, logger, freezes: readFreezes(config) },
    ...(portal !== undefined && { portal }),
  });
  const safeToDeploy = authorizedSafeToDeploy({ reader, access });
  addSafeToDeployRoute(router, { safeToDeploy, httpAuth });
  addSafeToDeployAction(options.actionsRegistry, safeToDeploy);
};

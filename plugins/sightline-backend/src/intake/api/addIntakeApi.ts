import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { Guard } from '../../platform/http/Guard';
import { createOpenApiRouter } from '../../schema/openapi/generated';
import { Intake } from '../createIntake';
import { addSourceActions } from './sourceActions';
import { addSourceRoutes } from './sourceRoutes';

/** Everything by which the outside asks about the sources. */
export const addIntakeApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    intake: Intake;
    guard: Guard;
    httpAuth: HttpAuthService;
    actionsRegistry: ActionsRegistryService;
  },
) => {
  const { statuses, refresh } = options.intake;
  addSourceRoutes(router, { ...options, statuses, refresh });
  addSourceActions(options.actionsRegistry, { ...options, statuses });
};

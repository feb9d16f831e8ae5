import {
  AuditorService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { Guard } from '../../../platform/http/Guard';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { Slo } from '../Slo';
import { authorizedSlo } from './AuthorizedSlo';
import { addPushRoutes } from './pushRoutes';
import { SloAccess } from './SloAccess';
import { addSloActions } from './sloActions';
import { addSloRoutes } from './sloRoutes';

/** Everything by which the outside asks about objectives. */
export const addSloApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    slo: Slo;
    access: SloAccess;
    guard: Guard;
    actionsRegistry: ActionsRegistryService;
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    userInfo: UserInfoService;
  },
) => {
  const { reader, feasibility, rules, ownersOf, pushed } = options.slo;
  const slo = authorizedSlo({
    ...options,
    reader,
    feasibility,
    rules,
    ownersOf,
  });
  addSloRoutes(router, { ...options, slo });
  addPushRoutes(router, { ...options, slo, target: pushed });
  addSloActions(options.actionsRegistry, slo);
};

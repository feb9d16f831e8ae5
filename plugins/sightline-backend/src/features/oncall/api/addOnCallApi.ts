import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { Clock } from '../../../platform/clock';
import { Guard } from '../../../platform/http/Guard';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { OnCall } from '../OnCall';
import { authorizedOnCall, OnCallAccess } from './AuthorizedOnCall';
import { addOnCallActions } from './onCallActions';
import { addOnCallRoutes } from './onCallRoutes';
import { addOverrideRoutes } from './overrideRoutes';

/** Everything by which the outside asks who is on call. */
export const addOnCallApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    onCall: Pick<OnCall, 'reader' | 'overrides' | 'fleet'>;
    access: OnCallAccess;
    guard: Guard;
    clock: Clock;
    actionsRegistry: ActionsRegistryService;
    auditor: AuditorService;
    httpAuth: HttpAuthService;
  },
) => {
  const onCall = authorizedOnCall(options);
  addOnCallRoutes(router, { ...options, onCall });
  addOverrideRoutes(router, { ...options, onCall });
  addOnCallActions(options.actionsRegistry, onCall);
};

import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { CallAnswers } from '../CallAnswers';
import { CatalogView } from '../CatalogView';
import { addCallActions } from './callActions';
import { addCallRoutes } from './callRoutes';
import { authorizedCalls } from './AuthorizedCalls';
import { CallsAccess } from './CallsAccess';

/** Everything by which the outside asks about calls. */
export const addCallsApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    calls: { answers: CallAnswers };
    access: CallsAccess;
    catalog: CatalogView;
    httpAuth: HttpAuthService;
    actionsRegistry: ActionsRegistryService;
  },
) => {
  const { access, catalog, httpAuth } = options;
  const { answers } = options.calls;
  const calls = authorizedCalls({ answers, access, catalog });
  addCallRoutes(router, { calls, httpAuth });
  addCallActions(options.actionsRegistry, calls);
};

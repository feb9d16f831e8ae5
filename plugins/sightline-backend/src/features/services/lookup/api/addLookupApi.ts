import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { createOpenApiRouter } from '../../../../schema/openapi/generated';
import { ServiceAccess } from '../../api/ServiceAccess';
import { Lookup } from '../createLookup';
import { authorizedLookup } from './AuthorizedLookup';
import { addLookupAction } from './lookupAction';
import { addLookupRoute } from './lookupRoute';

/** Which service something belongs to, over HTTP and as an action. */
export const addLookupApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    lookup: Lookup;
    access: ServiceAccess;
    actionsRegistry: ActionsRegistryService;
    httpAuth: HttpAuthService;
  },
) => {
  const { access, httpAuth } = options;
  const lookup = authorizedLookup({ reader: options.lookup.reader, access });
  addLookupRoute(router, { lookup, httpAuth });
  addLookupAction(options.actionsRegistry, lookup);
};

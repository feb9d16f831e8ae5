import {
  HttpAuthService,
  HttpRouterService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { Contracts } from '../Contracts';
import { authorizedContracts, ContractsAccess } from './AuthorizedContracts';
import { addContractActions } from './contractActions';
import { addContractRoutes } from './contractRoutes';
import { addWebhookRoute } from './webhookRoute';

/** Everything by which the outside asks about contracts, or tells of them. */
export const addContractsApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    contracts: Pick<Contracts, 'reader' | 'catalog' | 'told'>;
    access: ContractsAccess;
    actionsRegistry: ActionsRegistryService;
    httpAuth: HttpAuthService;
    httpRouter: HttpRouterService;
  },
) => {
  const { access, httpAuth, httpRouter } = options;
  const { reader, catalog } = options.contracts;
  const contracts = authorizedContracts({ reader, access, catalog });
  addContractRoutes(router, { contracts, httpAuth });
  addContractActions(options.actionsRegistry, contracts);
  addWebhookRoute(router, options.contracts);
  httpRouter.addAuthPolicy({
    path: '/v1/contracts/webhook',
    allow: 'unauthenticated',
  });
};

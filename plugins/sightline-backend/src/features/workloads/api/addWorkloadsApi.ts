import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { Workloads } from '../Workloads';
import { authorizedWorkloads, WorkloadsAccess } from './AuthorizedWorkloads';
import { addWorkloadActions } from './workloadActions';
import { addWorkloadRoutes } from './workloadRoutes';

/** Everything by which the outside asks what runs. */
export const addWorkloadsApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    workloads: Pick<Workloads, 'reader' | 'fleet'>;
    access: WorkloadsAccess;
    actionsRegistry: ActionsRegistryService;
    httpAuth: HttpAuthService;
  },
) => {
  const { access, httpAuth } = options;
  const { reader, fleet } = options.workloads;
  const workloads = authorizedWorkloads({ reader, access, fleet });
  addWorkloadRoutes(router, { workloads, httpAuth });
  addWorkloadActions(options.actionsRegistry, workloads);
};

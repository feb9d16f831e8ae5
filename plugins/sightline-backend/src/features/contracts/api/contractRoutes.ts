import { HttpAuthService } from '@backstage/backend-plugin-api';
import { toServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { asExpress } from '../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { AuthorizedContracts } from './AuthorizedContracts';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

export const addContractRoutes = (
  router: Router,
  options: { contracts: AuthorizedContracts; httpAuth: HttpAuthService },
) => {
  const { contracts, httpAuth } = options;
  const asker = (request: unknown) =>
    httpAuth.credentials(asExpress(request), { allow: ['user', 'service'] });

  router.get('/v1/contracts/matrix', async (request, response) => {
    response.json(await contracts.matrix(request.query, await asker(request)));
  });

  router.get('/v1/contracts/can-i-deploy', async (request, response) => {
    response.json(
      await contracts.canIDeploy(request.query, await asker(request)),
    );
  });

  router.get(
    '/v1/services/:namespace/:name/contracts',
    async (request, response) => {
      const { namespace, name } = request.params;
      const ref = toServiceRef(`component:${namespace}/${name}`);
      response.json(await contracts.ofService(ref, await asker(request)));
    },
  );
};

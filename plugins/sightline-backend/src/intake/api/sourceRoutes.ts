import { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  sourceReadPermission,
  sourceRefreshPermission,
  SourceRun,
} from '@sightline/backstage-plugin-sightline-common';
import { asExpress } from '../../platform/http/asExpress';
import { Guard } from '../../platform/http/Guard';
import { createOpenApiRouter } from '../../schema/openapi/generated';
import { SourceStatusReader } from '../SourceStatusReader';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

export const addSourceRoutes = (
  router: Router,
  options: {
    statuses: SourceStatusReader;
    refresh: (id: string) => Promise<SourceRun>;
    guard: Guard;
    httpAuth: HttpAuthService;
  },
) => {
  const { statuses, refresh, guard, httpAuth } = options;

  const asker = (request: unknown) =>
    httpAuth.credentials(asExpress(request), { allow: ['user', 'service'] });

  router.get('/v1/sources', async (request, response) => {
    await guard.assertAllowed(sourceReadPermission, await asker(request));
    response.json({ items: await statuses.list() });
  });

  router.post('/v1/sources/:id/refresh', async (request, response) => {
    await guard.assertAllowed(sourceRefreshPermission, await asker(request));
    const { id } = request.params;
    if (!(await statuses.get(id))) {
      throw new NotFoundError(`There is no source '${id}'`);
    }
    response.json(await refresh(id));
  });
};

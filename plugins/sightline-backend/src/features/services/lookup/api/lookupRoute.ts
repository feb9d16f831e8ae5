import { HttpAuthService } from '@backstage/backend-plugin-api';
import { asExpress } from '../../../../platform/http/asExpress';
import { isUnchanged } from '../../../../platform/http/conditional';
import { createOpenApiRouter } from '../../../../schema/openapi/generated';
import { AuthorizedLookup } from './AuthorizedLookup';

const usualLimit = 10;

export const addLookupRoute = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: { lookup: AuthorizedLookup; httpAuth: HttpAuthService },
) => {
  const { lookup, httpAuth } = options;

  router.get('/v1/lookup', async (request, response) => {
    const asker = await httpAuth.credentials(asExpress(request), {
      allow: ['user', 'service'],
    });
    const { q, limit = usualLimit } = request.query;
    const { answer, etag } = await lookup.find({ q, limit }, asker);
    if (!isUnchanged(request, response, etag)) {
      response.json(answer);
    }
  });
};

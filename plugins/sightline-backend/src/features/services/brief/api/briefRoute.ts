import { HttpAuthService } from '@backstage/backend-plugin-api';
import { toServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { Response } from 'express';
import { asExpress } from '../../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../../schema/openapi/generated';
import { AuthorizedBrief } from './AuthorizedBrief';

export const addBriefRoute = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: { brief: AuthorizedBrief; httpAuth: HttpAuthService },
) => {
  const { brief, httpAuth } = options;

  router.get(
    '/v1/services/:namespace/:name/brief',
    async (request, response) => {
      const asker = await httpAuth.credentials(asExpress(request), {
        allow: ['user', 'service'],
      });
      const { namespace, name } = request.params;
      const answer = await brief.of(
        toServiceRef(`component:${namespace}/${name}`),
        asker,
      );
      const plain: Response = response;
      // A minute later it may be another one: nobody keeps it.
      plain.set('Cache-Control', 'no-store').vary('Accept');
      if (asExpress(request).accepts(['json', 'text']) === 'text') {
        plain.type('text').send(answer.text);
      } else {
        response.json(answer);
      }
    },
  );
};

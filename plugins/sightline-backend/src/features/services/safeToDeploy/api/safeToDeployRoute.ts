import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  SafeToDeploy,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Response } from 'express';
import { asExpress } from '../../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../../schema/openapi/generated';
import { asText } from '../engine/asText';
import { AuthorizedSafeToDeploy } from './AuthorizedSafeToDeploy';

/** What a pipeline goes by: `curl --fail` ends with an error from 400 on. */
const statusOf: Record<SafeToDeploy['answer'], number> = {
  yes: 200,
  no: 409,
  unknown: 424,
};

export const addSafeToDeployRoute = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: { safeToDeploy: AuthorizedSafeToDeploy; httpAuth: HttpAuthService },
) => {
  const { safeToDeploy, httpAuth } = options;

  router.get(
    '/v1/services/:namespace/:name/safe-to-deploy',
    async (request, response) => {
      const asker = await httpAuth.credentials(asExpress(request), {
        allow: ['user', 'service'],
      });
      const { namespace, name } = request.params;
      const { version, environment, exit } = request.query;
      const answer = await safeToDeploy.of(
        toServiceRef(`component:${namespace}/${name}`),
        { version, environment },
        asker,
      );
      const plain: Response = response;
      // A minute later it may be another answer: nobody keeps it.
      plain.set('Cache-Control', 'no-store').vary('Accept');
      const wanted = asExpress(request).accepts(['json', 'text']);
      if (exit === '1' || wanted === 'text') {
        plain.status(statusOf[answer.answer]).type('text').send(asText(answer));
      } else {
        response.json(answer);
      }
    },
  );
};

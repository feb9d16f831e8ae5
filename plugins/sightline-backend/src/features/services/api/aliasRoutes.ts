import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  aliasManagePermission,
  aliasReadPermission,
} from '@sightline/backstage-plugin-sightline-common';
import { asExpress } from '../../../platform/http/asExpress';
import { Guard } from '../../../platform/http/Guard';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { AliasDecisions, AliasReader } from '../aliases/AliasReader';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

export const addAliasRoutes = (
  router: Router,
  options: {
    aliases: AliasReader & AliasDecisions;
    guard: Guard;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
) => {
  const { aliases, guard, httpAuth, auditor } = options;

  router.get('/v1/aliases', async (request, response) => {
    const credentials = await httpAuth.credentials(asExpress(request), {
      allow: ['user', 'service'],
    });
    await guard.assertAllowed(aliasReadPermission, credentials);
    response.json(await aliases.page(request.query));
  });

  router.post('/v1/aliases/decisions', async (request, response) => {
    const credentials = await httpAuth.credentials(asExpress(request), {
      allow: ['user'],
    });
    const event = await auditor.createEvent({
      eventId: 'alias-decide',
      severityLevel: 'medium',
      request: asExpress(request),
      meta: { decisions: request.body.decisions.length },
    });
    try {
      await guard.assertAllowed(aliasManagePermission, credentials);
      const items = await aliases.decide(request.body.decisions, {
        userRef: credentials.principal.userEntityRef,
      });
      await event.success();
      response.json({ items });
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
};

import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { asExpress } from '../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { AuthorizedSlo } from './AuthorizedSlo';
import { refOf } from './sloRoutes';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** Objectives that come through the API, as whoever keeps them takes them. */
export interface PushTarget {
  put(
    about: { service: ServiceRef; name: string; by: string },
    body: unknown,
  ): Promise<{ id: string }>;
  /** whether there was one */
  remove(about: { service: ServiceRef; name: string }): Promise<boolean>;
}

/** Who pushes: a user, or a service by its subject. */
const nameOf = (principal: unknown): string => {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef ?? subject ?? 'unknown';
};

export const addPushRoutes = (
  router: Router,
  options: {
    slo: Pick<AuthorizedSlo, 'assertMayManage'>;
    target: PushTarget;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
) => {
  const { slo, target, httpAuth, auditor } = options;

  type Asked = {
    params: { namespace: string; name: string; objective: string };
  };

  /** Checked and audited, whether it succeeds or not. */
  const managed = async <T>(
    eventId: string,
    request: unknown,
    work: (about: {
      service: ServiceRef;
      name: string;
      by: string;
    }) => Promise<T>,
  ): Promise<T> => {
    const { params } = request as Asked;
    const credentials = await httpAuth.credentials(asExpress(request), {
      allow: ['user', 'service'],
    });
    const service = refOf(params);
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request: asExpress(request),
      meta: { service, objective: params.objective },
    });
    try {
      await slo.assertMayManage(service, credentials);
      const by = nameOf(credentials.principal);
      const done = await work({ service, name: params.objective, by });
      await event.success();
      return done;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  };

  router.put(
    '/v1/services/:namespace/:name/objectives/:objective',
    async (request, response) => {
      const { id } = await managed('objective-put', request, about =>
        target.put(about, request.body),
      );
      response.json({ id });
    },
  );

  router.delete(
    '/v1/services/:namespace/:name/objectives/:objective',
    async (request, response) => {
      await managed('objective-delete', request, async about => {
        if (!(await target.remove(about))) {
          throw new NotFoundError(
            `No objective '${about.name}' of ${about.service} was stated here`,
          );
        }
      });
      response.status(204).end();
    },
  );
};

import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { asExpress } from '../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { AuthorizedOnCall } from './AuthorizedOnCall';
import { teamIn } from './onCallRoutes';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

type Asked = { params: { namespace: string; name: string; override?: string } };

/** Who asks: a user, or a service by its subject. */
const nameOf = (principal: unknown): string => {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef ?? subject ?? 'unknown';
};

export const addOverrideRoutes = (
  router: Router,
  options: {
    onCall: Pick<AuthorizedOnCall, 'override' | 'takeBack'>;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
) => {
  const { onCall, httpAuth, auditor } = options;

  /** Audited, whether it succeeds or not. */
  const audited = async <T>(
    eventId: string,
    request: unknown,
    work: (team: string, asker: BackstageCredentials, by: string) => Promise<T>,
  ): Promise<T> => {
    const { params } = request as Asked;
    const asker = await httpAuth.credentials(asExpress(request), {
      allow: ['user', 'service'],
    });
    const team = teamIn(params);
    const { override } = params;
    const event = await auditor.createEvent({
      ...{ eventId, severityLevel: 'medium', request: asExpress(request) },
      meta: { team, ...(override !== undefined && { override }) },
    });
    try {
      const done = await work(team, asker, nameOf(asker.principal));
      await event.success();
      return done;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  };

  router.post(
    '/v1/teams/:namespace/:name/on-call/overrides',
    async (request, response) => {
      const wanted = request.body;
      const made = await audited(
        'oncall-override-make',
        request,
        (team, asker, by) => onCall.override(team, { wanted, by }, asker),
      );
      response.json(made);
    },
  );

  router.delete(
    '/v1/teams/:namespace/:name/on-call/overrides/:override',
    async (request, response) => {
      const { override } = request.params;
      await audited('oncall-override-take-back', request, (team, asker) =>
        onCall.takeBack(team, override, asker),
      );
      response.status(204).end();
    },
  );
};

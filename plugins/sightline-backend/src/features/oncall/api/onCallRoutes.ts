import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  Instant,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { asExpress } from '../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { instantOf, rangeOf, teamOf } from './asked';
import { AuthorizedOnCall } from './AuthorizedOnCall';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

type Named = { namespace: string; name: string };

/** A group, as a path names it. */
export const teamIn = ({ namespace, name }: Named) =>
  teamOf(`group:${namespace}/${name}`);

export const addOnCallRoutes = (
  router: Router,
  options: {
    onCall: AuthorizedOnCall;
    httpAuth: HttpAuthService;
    clock: () => Instant;
  },
) => {
  const { onCall, httpAuth, clock } = options;
  const asker = (request: unknown) =>
    httpAuth.credentials(asExpress(request), { allow: ['user', 'service'] });

  router.get('/v1/on-call', async (request, response) => {
    response.json(await onCall.ofAll(await asker(request)));
  });

  router.get(
    '/v1/services/:namespace/:name/on-call',
    async (request, response) => {
      const { namespace, name } = request.params;
      const ref = toServiceRef(`component:${namespace}/${name}`);
      const at = instantOf('at', request.query.at);
      response.json(await onCall.ofService(ref, at, await asker(request)));
    },
  );

  router.get(
    '/v1/teams/:namespace/:name/on-call',
    async (request, response) => {
      const team = teamIn(request.params);
      const at = instantOf('at', request.query.at);
      response.json(await onCall.ofTeam(team, at, await asker(request)));
    },
  );

  router.get(
    '/v1/teams/:namespace/:name/on-call/history',
    async (request, response) => {
      const team = teamIn(request.params);
      const range = rangeOf(request.query, clock());
      response.json(await onCall.history(team, range, await asker(request)));
    },
  );
};

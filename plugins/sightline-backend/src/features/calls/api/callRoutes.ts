import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  Instant,
  toInstant,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { asExpress } from '../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { CallsScope } from '../CallAnswers';
import { AuthorizedCalls } from './AuthorizedCalls';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

const minute = 60_000;

type ScopeParameters = {
  environment?: string;
  minutes?: number;
  until?: string;
};

const readInstant = (name: string, text: string): Instant => {
  const instant = toInstant(text);
  if (instant === undefined) {
    throw new InputError(`${name} must be a moment, not '${text}'`);
  }
  return instant;
};

/** An hour up to now is the same as nothing: that window is prepared. */
const readScope = ({
  environment,
  minutes,
  until,
}: ScopeParameters): CallsScope => ({
  ...(environment !== undefined && { environment }),
  ...(minutes !== undefined && { length: minutes * minute }),
  ...(until !== undefined && { until: readInstant('until', until) }),
});

const refOf = ({ namespace, name }: { namespace: string; name: string }) =>
  toServiceRef(`component:${namespace}/${name}`);

export const addCallRoutes = (
  router: Router,
  options: { calls: AuthorizedCalls; httpAuth: HttpAuthService },
) => {
  const { calls, httpAuth } = options;
  const asker = (request: unknown) =>
    httpAuth.credentials(asExpress(request), { allow: ['user', 'service'] });

  router.get('/v1/calls/map', async (request, response) => {
    const { groupBy, open, focus, hops, direction, edges, compareUntil } =
      request.query;
    const map = await calls.map(
      {
        ...readScope(request.query),
        groupBy: groupBy ?? 'system',
        open: open ?? [],
        ...(focus !== undefined && { focus }),
        hops: hops ?? 1,
        direction: direction ?? 'both',
        atMost: edges ?? 400,
        ...(compareUntil !== undefined && {
          compareUntil: readInstant('compareUntil', compareUntil),
        }),
      },
      await asker(request),
    );
    response.json(map);
  });

  router.get('/v1/calls/observed', async (request, response) => {
    const { cursor, limit } = request.query;
    const page = await calls.observed(
      { cursor, limit: limit ?? 1_000 },
      await asker(request),
    );
    response.json(page);
  });

  router.get('/v1/calls/journeys', async (request, response) => {
    const { service, q, limit } = request.query;
    const page = await calls.journeys(
      { ...readScope(request.query), service, q, limit: limit ?? 100 },
      await asker(request),
    );
    response.json(page);
  });

  router.get('/v1/calls/journeys/:id', async (request, response) => {
    const { id } = request.params;
    const scope = readScope(request.query);
    response.json(await calls.journey(id, scope, await asker(request)));
  });

  router.get(
    '/v1/services/:namespace/:name/calls',
    async (request, response) => {
      const ref = refOf(request.params);
      const scope = readScope(request.query);
      response.json(await calls.ofService(ref, scope, await asker(request)));
    },
  );

  router.get(
    '/v1/services/:namespace/:name/drift',
    async (request, response) => {
      const ref = refOf(request.params);
      response.json(await calls.drift(ref, await asker(request)));
    },
  );

  router.get(
    '/v1/services/:namespace/:name/blast-radius',
    async (request, response) => {
      const ref = refOf(request.params);
      const scope = readScope(request.query);
      response.json(await calls.blastRadius(ref, scope, await asker(request)));
    },
  );

  router.get(
    '/v1/services/:namespace/:name/suspects',
    async (request, response) => {
      const ref = refOf(request.params);
      const scope = readScope(request.query);
      response.json(await calls.suspects(ref, scope, await asker(request)));
    },
  );
};

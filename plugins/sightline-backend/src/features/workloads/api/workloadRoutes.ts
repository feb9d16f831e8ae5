import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  toInstant,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { asExpress } from '../../../platform/http/asExpress';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { DeploysQuery } from '../WorkloadsReader';
import { AuthorizedWorkloads } from './AuthorizedWorkloads';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** A moment and a service as they come over the wire. */
export type DeploysAsked = {
  service?: string;
  since?: string;
  until?: string;
  limit?: number;
  cursor?: string;
};

const instantOf = (name: string, text: string | undefined) => {
  if (text === undefined) return undefined;
  const instant = toInstant(text);
  if (instant === undefined) {
    throw new InputError(`${name} must be a time in ISO 8601, not '${text}'`);
  }
  return instant;
};

export const refOf = (text: string) => {
  try {
    return toServiceRef(text);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
};

export const deploysQuery = ({
  service,
  since,
  until,
  ...page
}: DeploysAsked): Omit<DeploysQuery, 'mayRead'> => ({
  ...page,
  ...(service !== undefined && { service: refOf(service) }),
  since: instantOf('since', since),
  until: instantOf('until', until),
});

export const addWorkloadRoutes = (
  router: Router,
  options: { workloads: AuthorizedWorkloads; httpAuth: HttpAuthService },
) => {
  const { workloads, httpAuth } = options;
  const asker = (request: unknown) =>
    httpAuth.credentials(asExpress(request), { allow: ['user', 'service'] });

  router.get('/v1/deploys', async (request, response) => {
    const query = deploysQuery(request.query);
    response.json(await workloads.deploys(query, await asker(request)));
  });

  router.get(
    '/v1/services/:namespace/:name/workloads',
    async (request, response) => {
      const { namespace, name } = request.params;
      const ref = toServiceRef(`component:${namespace}/${name}`);
      response.json(await workloads.ofService(ref, await asker(request)));
    },
  );
};

import {
  BackstageCredentials,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  Instant,
  ServiceRef,
  toInstant,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Response } from 'express';
import { asExpress } from '../../../platform/http/asExpress';
import { isUnchanged } from '../../../platform/http/conditional';
import { sendCsv } from '../../../platform/csv/sendCsv';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { ObjectiveFilter, ObjectivesQuery } from '../SloReader';
import { AuthorizedSlo } from './AuthorizedSlo';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

type FilterParameters = Omit<ObjectiveFilter, 'mine' | 'service'> & {
  mine?: boolean;
  service?: readonly string[];
};

const readInstant = (
  name: string,
  text: string | undefined,
): Instant | undefined => {
  if (text === undefined) return undefined;
  const instant = toInstant(text);
  if (instant === undefined) {
    throw new InputError(`${name} must be a moment, not '${text}'`);
  }
  return instant;
};

export const readRef = (text: string): ServiceRef => {
  try {
    return toServiceRef(text);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
};

export const refOf = ({
  namespace,
  name,
}: {
  namespace: string;
  name: string;
}): ServiceRef => toServiceRef(`component:${namespace}/${name}`);

export const addSloRoutes = (
  router: Router,
  options: {
    slo: AuthorizedSlo;
    httpAuth: HttpAuthService;
    userInfo: UserInfoService;
  },
) => {
  const { slo, httpAuth, userInfo } = options;

  const asker = (request: unknown) =>
    httpAuth.credentials(asExpress(request), { allow: ['user', 'service'] });

  const owned = async (credentials: BackstageCredentials) => {
    const principal = credentials.principal as { type?: string };
    if (principal.type !== 'user') {
      throw new InputError("'mine' needs a user; a service owns nothing");
    }
    return (await userInfo.getUserInfo(credentials)).ownershipEntityRefs;
  };

  const filterOf = async (
    { mine, service, ...filter }: FilterParameters,
    credentials: BackstageCredentials,
  ): Promise<ObjectiveFilter> => ({
    ...filter,
    ...(service && { service: service.map(readRef) }),
    ...(mine && { mine: await owned(credentials) }),
  });

  router.get('/v1/objectives', async (request, response) => {
    const credentials = await asker(request);
    const { sort, order, limit, cursor, ...filter } = request.query;
    const query: ObjectivesQuery = {
      filter: await filterOf(filter, credentials),
      ...{ sort, order, limit, cursor },
    };
    // An asker that has an answer already costs one cheap read, not a page.
    const known = request.headers['if-none-match']
      ? await slo.etagOf(query, credentials)
      : undefined;
    if (known && isUnchanged(request, response, known)) return;
    const { etag, ...page } = await slo.page(query, credentials);
    if (!isUnchanged(request, response, etag)) response.json(page);
  });

  router.get('/v1/objectives.csv', async (request, response) => {
    const credentials = await asker(request);
    const { sort, order, ...parameters } = request.query;
    const filter = await filterOf(parameters, credentials);
    const lines = await slo.csv({ filter, sort, order }, credentials);
    await sendCsv(lines, { response, file: 'objectives.csv' });
  });

  router.get('/v1/objectives/problems', async (request, response) => {
    response.json({ items: await slo.problems(await asker(request)) });
  });

  router.get('/v1/slo/prometheus-rules.yaml', async (request, response) => {
    const { source: measuredBy } = request.query;
    const rules = await slo.rules({ measuredBy }, await asker(request));
    const plain: Response = response;
    plain.type('text/yaml').send(rules);
  });

  router.get(
    '/v1/services/:namespace/:name/objectives',
    async (request, response) => {
      const ref = refOf(request.params);
      response.json(await slo.ofService(ref, await asker(request)));
    },
  );

  router.get(
    '/v1/services/:namespace/:name/objectives/:objective/history',
    async (request, response) => {
      const { from, to } = request.query;
      const range = {
        from: readInstant('from', from),
        to: readInstant('to', to),
      };
      const about = {
        service: refOf(request.params),
        name: request.params.objective,
      };
      response.json(await slo.history(about, range, await asker(request)));
    },
  );
};

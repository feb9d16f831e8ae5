import {
  BackstageCredentials,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { toServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { sendCsv } from '../../../platform/csv/sendCsv';
import { asExpress } from '../../../platform/http/asExpress';
import { isUnchanged } from '../../../platform/http/conditional';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import {
  ServiceFilter,
  ServiceRowField,
  ServicesQuery,
} from '../list/ServiceListReader';
import { AuthorizedServices } from './AuthorizedServices';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

type FilterParameters = Omit<ServiceFilter, 'mine'> & { mine?: boolean };

export const addServiceRoutes = (
  router: Router,
  options: {
    services: AuthorizedServices;
    httpAuth: HttpAuthService;
    userInfo: UserInfoService;
  },
) => {
  const { services, httpAuth, userInfo } = options;

  const asker = (request: unknown) =>
    httpAuth.credentials(asExpress(request), { allow: ['user', 'service'] });

  const filterOf = async (
    { mine, ...filter }: FilterParameters,
    credentials: BackstageCredentials,
  ): Promise<ServiceFilter> =>
    mine ? { ...filter, mine: await owned(credentials) } : filter;

  const owned = async (credentials: BackstageCredentials) => {
    const principal = credentials.principal as { type?: string };
    if (principal.type !== 'user') {
      throw new InputError("'mine' needs a user; a service owns nothing");
    }
    return (await userInfo.getUserInfo(credentials)).ownershipEntityRefs;
  };

  router.get('/v1/services', async (request, response) => {
    const credentials = await asker(request);
    const query = await readQuery(request.query, credentials);
    // An asker that has an answer already costs one cheap read, not a page.
    const known = request.headers['if-none-match']
      ? await services.etagOf(query, credentials)
      : undefined;
    if (known && isUnchanged(request, response, known)) {
      return;
    }
    const { etag, ...page } = await services.page(query, credentials);
    if (!isUnchanged(request, response, etag)) {
      // With `fields` the rows are sparse on purpose, as the specification says in words.
      response.json(page as Parameters<typeof response.json>[0]);
    }
  });

  const readQuery = async (
    parameters: FilterParameters & {
      sort?: ServicesQuery['sort'];
      order?: ServicesQuery['order'];
      limit?: number;
      cursor?: string;
      fields?: ServiceRowField[];
    },
    credentials: BackstageCredentials,
  ) => {
    const { sort, order, limit, cursor, fields, ...filter } = parameters;
    return {
      filter: await filterOf(filter, credentials),
      sort,
      order,
      limit,
      cursor,
      fields,
    };
  };

  router.get('/v1/services.csv', async (request, response) => {
    const credentials = await asker(request);
    const { sort, order, ...filter } = request.query;
    const lines = await services.csv(
      { filter: await filterOf(filter, credentials), sort, order },
      credentials,
    );
    await sendCsv(lines, { response, file: 'services.csv' });
  });

  router.get('/v1/services/facets', async (request, response) => {
    const credentials = await asker(request);
    const filter = await filterOf(request.query, credentials);
    const { etag, ...facets } = await services.facets({ filter }, credentials);
    if (!isUnchanged(request, response, etag)) {
      response.json(facets);
    }
  });

  router.get('/v1/services/:namespace/:name', async (request, response) => {
    const { service, etag } = await services.service(
      refOf(request.params),
      await asker(request),
    );
    if (!isUnchanged(request, response, etag)) {
      response.json(service);
    }
  });

  router.get(
    '/v1/services/:namespace/:name/dossier',
    async (request, response) => {
      const { dossier, etag } = await services.dossier(
        refOf(request.params),
        await asker(request),
      );
      if (!isUnchanged(request, response, etag)) {
        response.json(dossier);
      }
    },
  );
};

const refOf = ({ namespace, name }: { namespace: string; name: string }) =>
  toServiceRef(`component:${namespace}/${name}`);

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { DossierReader } from '../dossier/DossierReader';
import { ServiceListReader, ServicesQuery } from '../list/ServiceListReader';
import { ServiceAccess } from './ServiceAccess';

type Query = Omit<ServicesQuery, 'scope'>;

/**
 * The readers behind a permission check: the same questions, with the asker.
 * Routes and actions know only this one, so none of them can forget to check.
 */
export const authorizedServices = (options: {
  list: ServiceListReader;
  dossiers: DossierReader;
  access: ServiceAccess;
}) => {
  const { list, dossiers, access } = options;

  const scoped = async (query: Query, asker: BackstageCredentials) => ({
    ...query,
    scope: await access.scope(asker),
  });

  return {
    page: async (query: Query, asker: BackstageCredentials) =>
      list.page(await scoped(query, asker)),

    etagOf: async (query: Query, asker: BackstageCredentials) =>
      list.etagOf(await scoped(query, asker)),

    facets: async (query: Pick<Query, 'filter'>, asker: BackstageCredentials) =>
      list.facets(await scoped(query, asker)),

    csv: async (
      query: Omit<Query, 'limit' | 'cursor' | 'fields'>,
      asker: BackstageCredentials,
    ) => list.csv(await scoped(query, asker)),

    async dossier(ref: ServiceRef, asker: BackstageCredentials) {
      await access.assertMayRead(ref, asker);
      return found(await dossiers.read(ref), ref);
    },

    async service(ref: ServiceRef, asker: BackstageCredentials) {
      await access.assertMayRead(ref, asker);
      return found(await dossiers.service(ref), ref);
    },
  };
};

export type AuthorizedServices = ReturnType<typeof authorizedServices>;

const found = <T>(value: T | undefined, ref: ServiceRef): T => {
  if (value === undefined) {
    throw new NotFoundError(`There is no service ${ref}`);
  }
  return value;
};

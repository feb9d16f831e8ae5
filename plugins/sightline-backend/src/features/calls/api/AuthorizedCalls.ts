import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Journey,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  CallAnswers,
  CallsScope,
  JourneysQuery,
  MapQuery,
  ObservedQuery,
} from '../CallAnswers';
import { CatalogView } from '../CatalogView';
import { CallsAccess } from './CallsAccess';

/**
 * The answers behind a permission check. Routes and actions know only this one,
 * so none of them can forget to check.
 */
export const authorizedCalls = (options: {
  answers: CallAnswers;
  access: CallsAccess;
  catalog: CatalogView;
}) => {
  const { answers, access, catalog } = options;

  /** Whether a service of this owner may be seen; undefined where all may. */
  const readerOf = async (asker: BackstageCredentials) => {
    const { allowedOwners, deniedOwners } = await access.scope(asker);
    if (!allowedOwners && !deniedOwners) return undefined;
    return (owner = '') =>
      (!allowedOwners || allowedOwners.includes(owner)) &&
      !deniedOwners?.includes(owner);
  };

  const checked = async <T>(
    ref: ServiceRef,
    asker: BackstageCredentials,
    answer: () => Promise<T>,
  ) => {
    await access.assertMayRead(ref, asker);
    const { services } = await catalog.read();
    if (!services.has(ref)) {
      throw new NotFoundError(`There is no service ${ref}`);
    }
    return answer();
  };

  return {
    map: async (query: MapQuery, asker: BackstageCredentials) =>
      answers.map({ ...query, mayRead: await readerOf(asker) }),

    observed: async (query: ObservedQuery, asker: BackstageCredentials) =>
      answers.observed({ ...query, mayRead: await readerOf(asker) }),

    ofService: (
      ref: ServiceRef,
      scope: CallsScope,
      asker: BackstageCredentials,
    ) => checked(ref, asker, () => answers.ofService(ref, scope)),

    drift: (ref: ServiceRef, asker: BackstageCredentials) =>
      checked(ref, asker, () => answers.drift(ref)),

    blastRadius: (
      ref: ServiceRef,
      scope: CallsScope,
      asker: BackstageCredentials,
    ) => checked(ref, asker, () => answers.blastRadius(ref, scope)),

    suspects: (
      ref: ServiceRef,
      scope: CallsScope,
      asker: BackstageCredentials,
    ) => checked(ref, asker, () => answers.suspects(ref, scope)),

    /** Only those that begin at a service the asker may see. */
    async journeys(query: JourneysQuery, asker: BackstageCredentials) {
      return answers.journeys({ ...query, mayRead: await readerOf(asker) });
    },

    async journey(id: string, scope: CallsScope, asker: BackstageCredentials) {
      const mayRead = await readerOf(asker);
      const journey = await answers.journey(id, scope);
      if (!journey || (mayRead && !isReadable(journey, mayRead))) {
        throw new NotFoundError(
          `There is no journey ${id} in this window; it may have been called by nobody`,
        );
      }
      return journey;
    },
  };
};

export type AuthorizedCalls = ReturnType<typeof authorizedCalls>;

const isReadable = ({ party }: Journey, mayRead: (owner?: string) => boolean) =>
  party.entity !== undefined && mayRead(party.owner?.ref);

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  DeploysPage,
  ServiceRef,
  ServiceWorkloads,
} from '@sightline/backstage-plugin-sightline-common';
import { WorkloadsFleet } from '../Workloads';
import { DeploysQuery, WorkloadsReader } from '../WorkloadsReader';

type Asker = BackstageCredentials;

/** Who may see which services, as the feature that knows them tells it. */
export interface WorkloadsAccess {
  /** what the asker is narrowed to; throws when nothing may be seen at all */
  scope(credentials: Asker): Promise<{
    allowedOwners?: readonly string[];
    deniedOwners?: readonly string[];
  }>;
  /** throws unless this service may be seen */
  assertMayRead(ref: ServiceRef, credentials: Asker): Promise<void>;
}

/**
 * The reader behind a permission check. Routes and actions know only this one, so
 * none of them can forget to check.
 */
export const authorizedWorkloads = (options: {
  reader: WorkloadsReader;
  access: WorkloadsAccess;
  fleet: WorkloadsFleet;
}) => {
  const { reader, access, fleet } = options;

  /** Which of these may be seen; undefined where all may. */
  const visibility = async (asker: Asker) => {
    const { allowedOwners, deniedOwners } = await access.scope(asker);
    if (!allowedOwners && !deniedOwners) return undefined;
    return (owner: string | undefined): boolean =>
      (!allowedOwners || allowedOwners.includes(owner ?? '')) &&
      !(owner !== undefined && deniedOwners?.includes(owner));
  };

  const assertThere = async (ref: ServiceRef, asker: Asker) => {
    await access.assertMayRead(ref, asker);
    if (!(await fleet.inBrief([ref])).has(ref)) {
      throw new NotFoundError(`There is no service ${ref}`);
    }
  };

  /** Only groups of which all may be seen: a name would be told otherwise. */
  const withoutOthers = async (
    said: ServiceWorkloads,
    asker: Asker,
  ): Promise<ServiceWorkloads> => {
    const mayRead = await visibility(asker);
    if (!mayRead) return said;
    const refs = said.lockStep.flatMap(({ services }) => services);
    const brief = await fleet.inBrief(refs);
    return {
      ...said,
      lockStep: said.lockStep.filter(({ services }) =>
        services.every(ref => mayRead(brief.get(ref)?.owner?.ref)),
      ),
    };
  };

  return {
    async ofService(ref: ServiceRef, asker: Asker): Promise<ServiceWorkloads> {
      await assertThere(ref, asker);
      return withoutOthers(await reader.ofService(ref), asker);
    },

    async deploys(
      query: Omit<DeploysQuery, 'mayRead'>,
      asker: Asker,
    ): Promise<DeploysPage> {
      if (query.service !== undefined) {
        await assertThere(query.service, asker);
        return reader.deploys(query);
      }
      const mayRead = await visibility(asker);
      if (!mayRead) return reader.deploys(query);
      return reader.deploys({
        ...query,
        async mayRead(refs) {
          const brief = await fleet.inBrief(refs.flatMap(ref => ref ?? []));
          return ref => mayRead(ref && brief.get(ref)?.owner?.ref);
        },
      });
    },
  };
};

export type AuthorizedWorkloads = ReturnType<typeof authorizedWorkloads>;

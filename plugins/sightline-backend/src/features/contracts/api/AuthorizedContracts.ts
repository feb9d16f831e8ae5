import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ContractVerdict,
  Pacticipant,
  ServiceContracts,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  ContractsReader,
  DeployQuestion,
  MatrixQuery,
} from '../ContractsReader';
import { ApiCatalog } from '../engine/apis';

type Asker = BackstageCredentials;

/** Who may see which services, as the feature that knows them tells it. */
export interface ContractsAccess {
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
export const authorizedContracts = (options: {
  reader: ContractsReader;
  access: ContractsAccess;
  catalog: { read(): Promise<ApiCatalog> };
}) => {
  const { reader, access, catalog } = options;

  /** Whether a name on a broker may be seen; undefined where all may. */
  const visibility = async (asker: Asker) => {
    const { allowedOwners, deniedOwners } = await access.scope(asker);
    if (!allowedOwners && !deniedOwners) return undefined;
    const { services } = await catalog.read();
    return ({ service }: Pacticipant): boolean => {
      const owner = service && services.get(service.ref)?.owner?.ref;
      return (
        (!allowedOwners || allowedOwners.includes(owner ?? '')) &&
        !deniedOwners?.includes(owner ?? '')
      );
    };
  };

  return {
    /** Pairs of two that may not be seen are left out. */
    async matrix(query: Omit<MatrixQuery, 'mayRead'>, asker: Asker) {
      const mayRead = await visibility(asker);
      return reader.matrix({
        ...query,
        ...(mayRead && {
          mayRead: ({ consumer, provider }) =>
            mayRead(consumer) || mayRead(provider),
        }),
      });
    },

    async ofService(ref: ServiceRef, asker: Asker): Promise<ServiceContracts> {
      await access.assertMayRead(ref, asker);
      const { services } = await catalog.read();
      if (!services.has(ref)) {
        throw new NotFoundError(`There is no service ${ref}`);
      }
      return reader.ofService(ref);
    },

    async canIDeploy(
      question: DeployQuestion,
      asker: Asker,
    ): Promise<ContractVerdict> {
      const mayRead = await visibility(asker);
      const found = await reader.pacticipant(question);
      if (found && mayRead && !mayRead(found)) {
        throw new NotAllowedError(`You may not see ${question.pacticipant}`);
      }
      const verdict = found && (await reader.canIDeploy(question));
      if (!verdict) {
        throw new NotFoundError(
          `No broker knows of '${question.pacticipant}': is it spelled as in the pacts, and was its broker mirrored?`,
        );
      }
      return verdict;
    },
  };
};

export type AuthorizedContracts = ReturnType<typeof authorizedContracts>;

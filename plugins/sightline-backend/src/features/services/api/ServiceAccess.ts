import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  ServiceRef,
  serviceReadPermission,
} from '@sightline/backstage-plugin-sightline-common';
import { ServiceListReader, ServiceScope } from '../list/ServiceListReader';
import { serviceResourceRef } from './permissionRules';
import { scopeOf } from './scopeOf';

/** Who may see which services; everything that reads services asks here first. */
export interface ServiceAccess {
  /** what a list must be narrowed to; throws when nothing may be seen at all */
  scope(credentials: BackstageCredentials): Promise<ServiceScope>;
  /** throws unless this one service may be seen */
  assertMayRead(
    ref: ServiceRef,
    credentials: BackstageCredentials,
  ): Promise<void>;
}

export const createServiceAccess = (options: {
  permissions: Pick<PermissionsService, 'authorizeConditional'>;
  permissionsRegistry: PermissionsRegistryService;
  list: Pick<ServiceListReader, 'ownersOf'>;
}): ServiceAccess => {
  const { permissions, permissionsRegistry, list } = options;

  const scope = async (
    credentials: BackstageCredentials,
  ): Promise<ServiceScope> => {
    const [decision] = await permissions.authorizeConditional(
      [{ permission: serviceReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return {};
    }
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      throw new NotAllowedError('You may not see services');
    }
    const toQuery = createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(serviceResourceRef),
    );
    return scopeOf(toQuery(decision.conditions));
  };

  return {
    scope,

    async assertMayRead(ref, credentials) {
      const { allowedOwners, deniedOwners } = await scope(credentials);
      if (!allowedOwners && !deniedOwners) {
        return;
      }
      const owner = (await list.ownersOf([ref])).get(ref) ?? '';
      if (
        (allowedOwners && !allowedOwners.includes(owner)) ||
        deniedOwners?.includes(owner)
      ) {
        throw new NotAllowedError(`You may not see ${ref}`);
      }
    },
  };
};

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';

/** Stands before everything that is not about one service in particular. */
export interface Guard {
  /** throws unless the permission is granted */
  assertAllowed(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void>;
}

export const createGuard = (permissions: PermissionsService): Guard => ({
  async assertAllowed(permission, credentials) {
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`This needs the permission ${permission.name}`);
    }
  },
});

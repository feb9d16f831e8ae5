import { useApiHolder } from '@backstage/core-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useAsk } from './useAsk';

/**
 * Whether the policy has said no. While it cannot be asked, or the app has no
 * permissions at all, nobody is told so: the backend decides anyway, and its
 * answer is shown.
 */
export function useDenied(permission: BasicPermission): boolean {
  const permissions = useApiHolder().get(permissionApiRef);
  const { value } = useAsk(`may ${permission.name}`, async () =>
    permissions ? permissions.authorize({ permission }) : undefined,
  );
  return value?.result === AuthorizeResult.DENY;
}

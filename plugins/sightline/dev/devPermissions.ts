import { PermissionApi } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { chosenScenario } from './scenarios';

/** Everything is allowed, except in the scenarios where nothing may be changed. */
export const devPermissions: PermissionApi = {
  authorize: async () => ({
    result: /forbidden|read only/.test(chosenScenario())
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  }),
};

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  SafeToDeploy,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { ServiceAccess } from '../../api/ServiceAccess';
import { AskedDeploy } from '../asking/askContracts';
import { SafeToDeployReader } from '../createSafeToDeploy';

/**
 * The reader behind a permission check: who may see the service gets the answer;
 * of others that it waits for no more than their name is told to who may not see
 * them.
 */
export const authorizedSafeToDeploy = (options: {
  reader: SafeToDeployReader;
  access: ServiceAccess;
}) => ({
  async of(
    ref: ServiceRef,
    asked: AskedDeploy,
    asker: BackstageCredentials,
  ): Promise<SafeToDeploy> {
    const { reader, access } = options;
    await access.assertMayRead(ref, asker);
    const { allowedOwners, deniedOwners } = await access.scope(asker);
    return reader.of(ref, {
      ...asked,
      mayRead: (owner = '') =>
        (!allowedOwners || allowedOwners.includes(owner)) &&
        !deniedOwners?.includes(owner),
    });
  },
});

export type AuthorizedSafeToDeploy = ReturnType<typeof authorizedSafeToDeploy>;

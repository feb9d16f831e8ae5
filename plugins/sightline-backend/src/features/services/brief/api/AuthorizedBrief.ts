import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { ServiceAccess } from '../../api/ServiceAccess';
import { BriefReader } from '../createBrief';

/**
 * The reader behind a permission check: who may see the service gets its brief. Of
 * others that are suspected or hit no more than their name is told to who may not
 * see them.
 */
export const authorizedBrief = (options: {
  reader: BriefReader;
  access: ServiceAccess;
}) => ({
  async of(ref: ServiceRef, asker: BackstageCredentials) {
    const { reader, access } = options;
    await access.assertMayRead(ref, asker);
    const { allowedOwners, deniedOwners } = await access.scope(asker);
    return reader.of(ref, {
      mayRead: (owner = '') =>
        (!allowedOwners || allowedOwners.includes(owner)) &&
        !deniedOwners?.includes(owner),
    });
  },
});

export type AuthorizedBrief = ReturnType<typeof authorizedBrief>;

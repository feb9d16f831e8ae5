import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';

/** Who may see which services, as the feature that knows them tells it. */
export interface CallsAccess {
  /** what the asker is narrowed to; throws when nothing may be seen at all */
  scope(credentials: BackstageCredentials): Promise<{
    allowedOwners?: readonly string[];
    deniedOwners?: readonly string[];
  }>;
  /** throws unless this service may be seen */
  assertMayRead(
    ref: ServiceRef,
    credentials: BackstageCredentials,
  ): Promise<void>;
}

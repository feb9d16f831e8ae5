import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { ObjectiveScope } from '../SloReader';

/** Who may see which services, as the feature that knows them tells it. */
export interface SloAccess {
  /** what the asker is narrowed to; throws when nothing may be seen at all */
  scope(credentials: BackstageCredentials): Promise<ObjectiveScope>;
  /** throws unless this service may be seen */
  assertMayRead(
    ref: ServiceRef,
    credentials: BackstageCredentials,
  ): Promise<void>;
}

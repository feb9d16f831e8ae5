import {
  OnCallList,
  OnCallNow,
  Override,
  ServiceRef,
  components,
} from '@sightline/backstage-plugin-sightline-common';
import type { AskOptions } from './SightlineApi';

/** Somebody else, for once. @public */
export type OverrideWanted = components['schemas']['OnCallOverrideWanted'];

/** What the portal asks about who is on call. @public */
export interface OnCallApi {
  /** Of every team of which somebody keeps it. */
  getOnCall(options?: AskOptions<OnCallList>): Promise<OnCallList>;
  getServiceOnCall(
    service: ServiceRef,
    options?: AskOptions<OnCallNow>,
  ): Promise<OnCallNow>;
  /** `team` is the entity ref of a group */
  getTeamOnCall(
    team: string,
    options?: AskOptions<OnCallNow>,
  ): Promise<OnCallNow>;
  makeOverride(team: string, wanted: OverrideWanted): Promise<Override>;
  /** Takes back one that was made in the portal. */
  endOverride(team: string, id: string): Promise<void>;
}

import {
  Instant,
  OnCallHistory,
  OnCallList,
  OnCallNow,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

/** Answers from what was kept; no other system is asked. */
export interface OnCallReader {
  /** of a group, or of a user who owns something; undefined: nobody knows such a team */
  ofTeam(team: string, at?: Instant): Promise<OnCallNow | undefined>;
  /**
   * of whoever answers for these: a roster of the service's own, else its owner's.
   * Services that do not exist, or have no owner and no roster, are left out
   */
  ofServices(
    refs: readonly ServiceRef[],
    at?: Instant,
  ): Promise<Map<ServiceRef, OnCallNow>>;
  /** whether anybody keeps who is on call for anything at all */
  isKept(): Promise<boolean>;
  /** every team of which somebody keeps who is on call */
  ofAll(at?: Instant): Promise<OnCallList>;
  /** undefined: nobody knows such a team */
  history(
    team: string,
    range: { from: Instant; to: Instant },
  ): Promise<OnCallHistory | undefined>;
}

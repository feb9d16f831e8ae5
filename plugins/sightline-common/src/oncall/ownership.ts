import type { Evidence } from '../evidence/Evidence';
import type { Owner } from '../services/model';
import type { ServiceRef } from '../services/ServiceRef';
import type { IsoTime } from '../units/time';

/**
 * What makes one believe that the owner in the catalog is the one who answers.
 *
 * - `owner-exists`: the catalog has the owner it names
 * - `has-members`: there is somebody in the owning group
 * - `on-call-alike`: who is on call belongs to the owning group
 * - `deployers-alike`: who deployed lately belongs to it
 * - `acknowledgers-alike`: who took alerts lately belongs to it
 * - `confirmed`: somebody of it said "still ours", not too long ago
 * @public
 */
export const ownershipSubjects = [
  'owner-exists',
  'has-members',
  'on-call-alike',
  'deployers-alike',
  'acknowledgers-alike',
  'confirmed',
] as const;
/** @public */
export type OwnershipSubject = (typeof ownershipSubjects)[number];

/** One reason to believe it, or to doubt. There is no number that sums them up. @public */
export type OwnershipReason = {
  about: OwnershipSubject;
  /** yes speaks for the owner, no against */
  answer: 'yes' | 'no' | 'unknown';
  /** one sentence: "5 of 6 deploys this month were made by people of Checkout" */
  words: string;
  /** left out where nothing was seen */
  evidence?: Evidence;
};

/** "Still ours". @public */
export type OwnershipConfirmation = {
  /** entity ref of who said so */
  by: string;
  at: IsoTime;
  /** when somebody is asked again */
  askAgainAt: IsoTime;
};

/** Somebody who answers for a part of it, beside `spec.owner`. @public */
export type CoOwner = {
  ref: string;
  name: string;
  /** in the words of the team: `security`, `data steward` */
  role: string;
  /** false when the catalog has no such group or user */
  exists: boolean;
};

/** Who answers for a service, and why one may believe it. @public */
export type Ownership = {
  service: ServiceRef;
  owner?: Owner;
  coOwners: CoOwner[];
  /** those against it first, then what nobody knows */
  reasons: OwnershipReason[];
  confirmation?: OwnershipConfirmation;
};

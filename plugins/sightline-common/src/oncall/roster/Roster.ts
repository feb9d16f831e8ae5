import type { Instant } from '../../units/time';
import type { TimeRange } from '../rotation/claims';

/** Somebody as another system knows them; the catalog is asked who that is. @public */
export type RosterPerson = {
  /** entity ref, where the other system or a mapping says it */
  ref?: string;
  email?: string;
  /** as that system writes it; for a calendar the title of the event */
  name: string;
};

/** Somebody is on call, as another system says. @public */
export type RosterShift = {
  /** 1 is asked first */
  level: number;
  person: RosterPerson;
  /** left out: it began before anybody asked, or it was always so */
  from?: Instant;
  /** left out: until somebody changes it */
  to?: Instant;
  /** for once, instead of whoever else has the level then */
  override?: boolean;
};

/** Who is on call by another system: PagerDuty, a calendar, whatever an adapter reads. @public */
export type Roster = {
  /** unique within its source */
  id: string;
  /** for people: `Card Payments in PagerDuty` */
  name: string;
  kind: 'ical' | 'pagerduty' | 'other';
  /** to open it with; never one that is a secret */
  url?: string;
  /** whose clocks its gaps are told by, IANA; left out: UTC */
  timeZone?: string;
  /** entity refs of the groups and services it is for; a service's own wins over its team's */
  for: string[];
  /** those of one level may overlap: all of them are on call then */
  shifts: RosterShift[];
  /** what its shifts say something about: beside it nobody knows */
  covers: TimeRange;
};

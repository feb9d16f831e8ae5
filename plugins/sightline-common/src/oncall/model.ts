import type { Evidence } from '../evidence/Evidence';
import type { Unknown } from '../evidence/Known';
import type { ServiceRef } from '../services/ServiceRef';
import type { IsoTime } from '../units/time';
import type { Person } from './person';
import type { GapReason } from './rotation/slot';

/**
 * How a team stands, by the level that is asked first.
 *
 * - `covered`: somebody is on call
 * - `gap`: nobody is just now; others at other times, or on later levels
 * - `nobody`: there is nobody who ever is
 * - `unknown`: nobody can tell, see the reason
 * @public
 */
export const onCallStates = ['gap', 'nobody', 'unknown', 'covered'] as const;
/** @public */
export type OnCallState = (typeof onCallStates)[number];

/**
 * Where the answer is from. `owners`: there is no rotation at all, and members of
 * the owning group are shown as owners, never as on call.
 * @public
 */
export type OnCallOrigin = {
  kind: 'rotation' | 'ical' | 'pagerduty' | 'owners' | 'other';
  /** in words: a file, a calendar, "Card Payments in PagerDuty" */
  where: string;
  /** to open it with */
  url?: string;
};

/** A person who is on call. @public */
export type Responder = Person & {
  /** since when; left out when nobody knows, or it was always so */
  from?: IsoTime;
  /** until when; left out when it does not end within what is known */
  until?: IsoTime;
  /** for once, instead of somebody else */
  override?: { id: string; reason?: string; madeBy?: string };
};

/** A time at which nobody of a level is on call. @public */
export type OnCallGap = {
  level: number;
  /** left out: longer ago than is known */
  from?: IsoTime;
  /** left out: it does not end within what is known */
  until?: IsoTime;
  reason: GapReason;
  /** one sentence: "Nobody is on call until 06:00" */
  words: string;
};

/** @public */
export type OnCallLevel = {
  /** 1 is asked first */
  level: number;
  /** empty where there is a gap */
  responders: Responder[];
  /** how many more are on call at once and are not named */
  beyond?: number;
  gap?: OnCallGap;
};

/** A stretch of time with one person on call, for lists of what comes and what was. @public */
export type Shift = {
  level: number;
  person: Pick<Person, 'ref' | 'name' | 'timeZone'>;
  from: IsoTime;
  to: IsoTime;
  /** id of the override it comes from */
  override?: string;
};

/**
 * Who answers for a team now, and next. A gap of the first level is the headline,
 * whoever is on a later one: see `headline`.
 * @public
 */
export type OnCallNow = {
  team: { ref: string; name: string };
  /** where it was asked for a service */
  service?: ServiceRef;
  at: IsoTime;
  state: OnCallState;
  /** one sentence for people: what is to be read first */
  headline: string;
  /** why the state is unknown */
  unknown?: Unknown;
  /** in the order in which they are asked; one with a gap is there too, with its gap */
  levels: OnCallLevel[];
  /** the first shift of the first level that begins later */
  next?: Shift;
  /** of the first level, in the coming days, first one first */
  gaps: OnCallGap[];
  gapsUntil: IsoTime;
  /** how many more gaps there are until then */
  gapsLeftOut?: number;
  /** people of the owning group, where nobody is on call: owners, not responders */
  owners: Person[];
  origin: OnCallOrigin;
  /** what is wrong with the rotation, in words */
  warnings: string[];
  /** left out when it was never seen */
  evidence?: Evidence;
};

/** Who was on call, and who will be. @public */
export type OnCallHistory = {
  team: { ref: string; name: string };
  /** what is covered: of a range that is too long, the first part */
  from: IsoTime;
  to: IsoTime;
  shifts: Shift[];
  gaps: OnCallGap[];
  /** shifts and gaps that are not in the lists */
  leftOut?: number;
  unknown?: Unknown;
  origin: OnCallOrigin;
  evidence?: Evidence;
};

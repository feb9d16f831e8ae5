import {
  Millis,
  Tier,
  LocalTime,
} from '@sightline/backstage-plugin-sightline-common';

/** A day of some year. */
export type YearDay = {
  /** 1..12 */
  month: number;
  day: number;
  /** since midnight */
  time: Millis;
};

/** When nothing is to be deployed, by clocks on the wall: from included, to not. */
export type FreezeWindow =
  | { kind: 'once'; from: LocalTime; to: LocalTime }
  /** times since Monday 00:00 */
  | { kind: 'weekly'; from: Millis; to: Millis }
  | { kind: 'yearly'; from: YearDay; to: YearDay };

/** Whom it is about; everything that is given must hold. */
export type FreezeScope = {
  /** in small letters */
  environments?: readonly string[];
  /** refs; a group stands for every group under it */
  owners?: readonly string[];
  tiers?: readonly (Tier | 'none')[];
  services?: readonly string[];
};

export type FreezeException = FreezeScope & {
  /** by the clocks of the freeze; for as long as it lasts when left out */
  from?: LocalTime;
  to?: LocalTime;
  reason?: string;
};

export type Freeze = {
  name: string;
  reason?: string;
  /** IANA */
  timeZone: string;
  window: FreezeWindow;
  appliesTo: FreezeScope;
  except: readonly FreezeException[];
};

/** What is to be deployed where. */
export type FreezeSubject = {
  service: string;
  environment: string;
  /** the owner and every group above it */
  owners: readonly string[];
  tier?: Tier;
};

export const isAbout = (
  { environments, owners, tiers, services }: FreezeScope,
  subject: FreezeSubject,
): boolean =>
  (!environments || environments.includes(lower(subject.environment))) &&
  (!owners || subject.owners.some(owner => owners.includes(owner))) &&
  (!tiers || tiers.includes(subject.tier ?? 'none')) &&
  (!services || services.includes(subject.service));

const lower = (text: string) => text.toLocaleLowerCase('en-US');

import type {
  Instant,
  RosterPerson,
} from '@sightline/backstage-plugin-sightline-common';

/** A service of PagerDuty, and who is asked when it breaks. */
export type ReadService = {
  id: string;
  name: string;
  /** id of its escalation policy */
  policy: string;
  /** by which alerts come in, and by which the catalog may name it */
  integrationKeys: string[];
};

/** An escalation policy: who is asked, level by level. */
export type ReadPolicy = {
  id: string;
  name: string;
  url?: string;
  /** levels that name somebody by name: such a one is never without anybody */
  permanent: number[];
};

/** Somebody is on call by a policy, as PagerDuty says after all layers and overrides. */
export type ReadOnCall = {
  policy: string;
  level: number;
  person: RosterPerson;
  /** left out: always */
  from?: Instant;
  to?: Instant;
};

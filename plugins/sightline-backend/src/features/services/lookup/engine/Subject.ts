import {
  Ratio,
  ServiceLink,
  ServiceRef,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';

/** A word or a name that leads to somebody. */
export type LookupClue = {
  kind: string;
  /** as it is written where it comes from */
  value: string;
  /** how much it speaks for this one where several share it; 1 when left out */
  weight?: Ratio;
};

/** A service as it is looked up: what an answer shows, and what leads to it. */
export type ServiceSubject = {
  kind: 'service';
  ref: ServiceRef;
  name: string;
  title: string;
  owner?: { ref: string; name: string; path: readonly string[] };
  tier?: Tier;
  system?: { ref: string; name: string };
  runbook?: string;
  links: readonly ServiceLink[];
  clues: readonly LookupClue[];
  /** where others say it is: to tell two of the same name apart */
  namespaces: readonly string[];
};

/** A person or a team; leads on to the services it answers for. */
export type PartySubject = {
  kind: 'person' | 'team';
  ref: string;
  name: string;
  clues: readonly LookupClue[];
  /** of a person: the groups it is in */
  groups: readonly string[];
};

export type Subject = ServiceSubject | PartySubject;

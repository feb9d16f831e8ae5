import type { ServiceLink, Tier } from '../services/model';
import type { ServiceRef } from '../services/ServiceRef';
import type { Ratio } from '../units/ratio';
import type { IsoTime } from '../units/time';

/** What somebody pasted was taken for. @public */
export const lookupForms = [
  'words',
  'url',
  'labels',
  'image',
  'pod',
  'trace',
] as const;
/** @public */
export type LookupForm = (typeof lookupForms)[number];

/** Why a service, a person or a team was found. @public */
export type LookupReason = {
  /**
   * what kind of clue led to it: `name`, `title`, `alias`, `host`, `url`, `image`,
   * `pod`, `workload`, `label`, `topic`, `database`, `pacticipant`, `trace`, `person`,
   * `team`, `system`, or whatever a source calls its own
   */
  kind: string;
  /** the clue as it is written where it comes from */
  value: string;
  /** how what was typed meets it */
  how: 'exact' | 'start' | 'word' | 'typo';
  /** one sentence: "The image registry.harbour.example/shop/search is what it runs" */
  words: string;
};

/** One service that may be meant. @public */
export type LookupMatch = {
  service: ServiceRef;
  name: string;
  title: string;
  owner?: { ref: string; name: string };
  tier?: Tier;
  system?: { ref: string; name: string };
  /** where it is written what to do when something is wrong */
  runbook?: string;
  /** as the catalog has them: dashboards, channels */
  links: ServiceLink[];
  why: LookupReason;
  /** what else led to it, best first; a few at most */
  also: LookupReason[];
  /** 1 is certain; only comparable within one answer */
  score: Ratio;
};

/** A person or a team that may be meant. @public */
export type LookupParty = {
  /** entity ref */
  ref: string;
  kind: 'person' | 'team';
  name: string;
  why: LookupReason;
  score: Ratio;
  /** how many services it answers for, of those the asker may see */
  services: number;
};

/**
 * What was asked: the store's last state, as it was read into memory. With the
 * store away it is as old as it says, and still answers.
 * @public
 */
export type LookupSnapshot = {
  /** when it was last in step with the store; left out before the first time */
  at?: IsoTime;
  /** `live`: in step; `stale`: the store could not be asked since; `empty`: never read yet */
  state: 'live' | 'stale' | 'empty';
  /** one sentence: "As of 12 minutes ago: the database does not answer" */
  words: string;
  services: number;
  /** clues that lead somewhere */
  clues: number;
  /** clues left out because a cap was reached */
  lost: number;
};

/** @public */
export type LookupAnswer = {
  q: string;
  form: LookupForm;
  /** how it was read, where it was more than words: "search, by its pod's name" */
  read?: string;
  /** best first */
  matches: LookupMatch[];
  /** matches that are not in the list */
  leftOut: number;
  /** people and teams, best first */
  parties: LookupParty[];
  snapshot: LookupSnapshot;
};

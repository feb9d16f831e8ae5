import type { CallParty } from '../calls/party';
import type { Known } from '../evidence/Known';
import type { OnCallState } from '../oncall/model';
import type { ServiceLink, Tier } from '../services/model';
import type { ServiceRef } from '../services/ServiceRef';
import type { ObjectiveState } from '../slo/status';
import type { Ratio } from '../units/ratio';
import type { IsoTime } from '../units/time';

/** Who answers, in the few words of a line. @public */
export type BriefResponder = {
  team: { ref: string; name: string };
  state: OnCallState;
  /** one sentence: "Ana Marković is on call until 18:00 UTC" */
  headline: string;
};

/** An objective that is not met. @public */
export type BriefObjective = {
  id: string;
  title: string;
  state: ObjectiveState;
  words: string;
  since: IsoTime;
};

/** Something that changed on a service. @public */
export type BriefChange = {
  at: IsoTime;
  kind: 'deploy' | 'contract' | 'objective';
  words: string;
  /** another service than the one asked about: one it waits for */
  service?: { ref: ServiceRef; name: string };
};

/** A dependency that may be the cause. @public */
export type BriefSuspect = {
  party: CallParty;
  /** part of the service's own errors that it can explain */
  explains: Ratio;
  words: string;
};

/** One who is hit. @public */
export type BriefAffected = {
  party: CallParty;
  /** part of its own calls that would fail */
  share: Ratio;
  hops: number;
  /** of its owner; left out where it has none, or on call is not set up */
  onCall?: BriefResponder;
};

/**
 * What somebody needs who was just woken: each part known with its evidence, or
 * unknown with the reason.
 * @public
 */
export type IncidentBrief = {
  service: {
    ref: ServiceRef;
    name: string;
    title: string;
    tier?: Tier;
    owner?: { ref: string; name: string };
    runbook?: string;
    links: ServiceLink[];
  };
  at: IsoTime;
  /** changes are told since then */
  since: IsoTime;
  onCall: Known<BriefResponder>;
  /** worst first; empty when all are met */
  burning: Known<BriefObjective[]>;
  /** newest first */
  changes: Known<BriefChange[]>;
  /** most likely first; empty when its dependencies are well */
  suspects: Known<BriefSuspect[]>;
  /** most hit first */
  hit: Known<{ affected: BriefAffected[]; leftOut: number }>;
  /** all of it in plain text, for copying into a chat */
  text: string;
};

import type { Evidence } from '../evidence/Evidence';
import type { UnknownReason } from '../evidence/Known';
import type { ServiceRef } from '../services/ServiceRef';
import type { IsoTime } from '../units/time';

/** What is looked at before answering. @public */
export type DeployReasonAbout =
  | 'freeze'
  | 'contracts'
  | 'budget'
  | 'rollout'
  | 'dependencies';

/** @public */
export type DeployAnswer = 'yes' | 'no' | 'unknown';

/** One thing that was looked at before answering. @public */
export type DeployReason = {
  about: DeployReasonAbout;
  answer: DeployAnswer;
  /**
   * `false`: it is told and decides nothing, because nobody has set up what would
   * know, or because it is not about this service
   */
  weighs: boolean;
  /** why it is unknown */
  unknown?: UnknownReason;
  words: string;
  /** to read on: a page of the portal or outside */
  url?: string;
  evidence?: Evidence;
};

/** Is it safe to deploy this now? @public */
export type SafeToDeploy = {
  service: ServiceRef;
  version?: string;
  /** who named the version: whoever asks, or else contracts, as the newest they know */
  versionFrom?: 'asked' | 'contracts';
  environment: string;
  /**
   * Of the reasons that weigh: no when any says no; else unknown when any does;
   * else yes. Unknown, too, when there is none.
   */
  answer: DeployAnswer;
  words: string;
  /** no first, then unknown, yes, and what does not weigh */
  reasons: DeployReason[];
  askedAt: IsoTime;
};

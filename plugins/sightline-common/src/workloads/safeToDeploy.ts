import type { Evidence } from '../evidence/Evidence';
import type { ServiceRef } from '../services/ServiceRef';
import type { IsoTime } from '../units/time';

/** One thing that was looked at before answering. @public */
export type DeployReason = {
  about: 'contracts' | 'budget' | 'rollout' | 'dependencies' | 'freeze';
  answer: 'yes' | 'no' | 'unknown';
  words: string;
  /** to read on: a page of the portal or outside */
  url?: string;
  evidence?: Evidence;
};

/** Is it safe to deploy this now? @public */
export type SafeToDeploy = {
  service: ServiceRef;
  version?: string;
  environment: string;
  /** no when any reason says no; else unknown when any does; else yes */
  answer: 'yes' | 'no' | 'unknown';
  words: string;
  reasons: DeployReason[];
  askedAt: IsoTime;
};

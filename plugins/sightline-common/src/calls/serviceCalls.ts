import type { Evidence } from '../evidence/Evidence';
import type { Ratio } from '../units/ratio';
import type { IsoTime, Millis } from '../units/time';
import type { DriftVerdict } from './drift';
import type { CallFigures, CallsWindow } from './figures';
import type { TraceSample } from './journeys';
import type { CallEvidenceClass, CallMode, CallProtocol } from './model';
import type { CallParty } from './party';

/** One operation of a service, over all who call it. @public */
export type ServiceOperation = {
  operation: string;
  protocol: CallProtocol;
  mode: CallMode;
  figures: CallFigures;
  /** parties that call it */
  callers: number;
  slowest?: TraceSample;
  failed?: TraceSample;
};

/** All calls between a service and one other party, in one direction. @public */
export type CallLink = {
  party: CallParty;
  figures: CallFigures;
  modes: CallMode[];
  protocols: CallProtocol[];
  evidence: CallEvidenceClass[];
  retries: number;
  /** the same calls as the caller saw them; only where both sides told */
  callerView?: CallFigures;
  verdict?: DriftVerdict;
  /** the callee's operations, most calls first */
  operations: { operation: string; figures: CallFigures }[];
  firstSeen: IsoTime;
  lastSeen: IsoTime;
};

/** One stretch of a time line. @public */
export type CallsPoint = {
  at: IsoTime;
  /** how long the stretch is */
  width: Millis;
  calls: number;
  errors: number;
  p95?: Millis;
};

/** Calls of one service that cross the same way many times. @public */
export type ChattyCall = {
  caller: string;
  operation: string;
  callee: CallParty;
  calleeOperation: string;
  /** calls per one call of the caller's operation, on average and at most */
  times: number;
  most: number;
};

/**
 * What the calls of a service say about it, for pages and scorecards. Lists are
 * sorted; what could not be told is left out.
 * @public
 */
export type ServiceCallFacts = {
  traced: boolean;
  tracedSince?: IsoTime;
  operations?: number;
  /** services that wait for it, and services it waits for */
  syncFanIn?: number;
  syncFanOut?: number;
  /** names of the services of a synchronous cycle through it, in its order */
  cycle?: string[];
  longestChain?: {
    /** parties from it on, itself first */
    parties: CallParty[];
    hops: number;
    /** product of what the services of the chain answered well */
    availability: Ratio;
    /** p95 of the first call: the others are within it */
    p95?: Millis;
  };
  /** stores it shares with services of other owners */
  sharedStores?: { store: CallParty; with: CallParty[] }[];
  chatty?: ChattyCall[];
  retries?: number;
  /** services of a lower tier it waits for, two tiers or more below its own */
  tierInversions?: CallParty[];
};

/** All that was seen of the calls of one service. @public */
export type ServiceCalls = {
  party: CallParty;
  window: CallsWindow;
  /** all calls that came in, as one; left out when none did */
  incoming?: CallFigures;
  operations: ServiceOperation[];
  /** most calls first */
  callers: CallLink[];
  callees: CallLink[];
  timeline: CallsPoint[];
  facts: ServiceCallFacts;
  leftOut: { operations: number; callers: number; callees: number };
  evidence: Evidence;
};

import type { ServiceRef } from '../services/ServiceRef';
import type { Ratio } from '../units/ratio';
import type { IsoTime, Millis } from '../units/time';
import type {
  CallEvidenceClass,
  CallMode,
  CallNode,
  CallProtocol,
} from './model';

/**
 * What was seen of one caller or callee of a service. Another protocol, mode or
 * evidence is another entry: what rests on one side's word is never added to
 * what both sides said.
 * @public
 */
export type ObservedCall = {
  /** the other end, as traces name it */
  peer: CallNode;
  /** the catalog's service the peer stands for; left out while nobody knows */
  service?: ServiceRef;
  protocol: CallProtocol;
  mode: CallMode;
  evidence: CallEvidenceClass;
  /** counted, not estimated */
  calls: number;
  errors: number;
  errorRatio: Ratio;
  /** calls there would be without sampling, as far as traces state it */
  estimated: number;
  /** at most 5 % off; left out when no duration was reported */
  p50?: Millis;
  p95?: Millis;
  lastSeen: IsoTime;
};

/** Who calls a service and whom it calls, most calls first. @public */
export type ObservedCalls = {
  /** what is told begins here, or up to one bucket earlier */
  since: IsoTime;
  callers: ObservedCall[];
  callees: ObservedCall[];
  /** entries left out to keep the answer short; never hidden */
  leftOut?: { callers: number; callees: number };
};

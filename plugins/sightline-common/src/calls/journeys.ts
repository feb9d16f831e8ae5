import type { Evidence } from '../evidence/Evidence';
import type { Ratio } from '../units/ratio';
import type { IsoTime, Millis } from '../units/time';
import type { CallFigures, CallsWindow } from './figures';
import type { CallMode, CallProtocol } from './model';
import type { CallParty } from './party';

/** A root operation and what is known of all that happens below it. @public */
export type JourneySummary = {
  id: string;
  party: CallParty;
  operation: string;
  protocol: CallProtocol;
  /** the topic whose messages begin it; left out where a request or a timer does */
  topic?: CallParty;
  figures: CallFigures;
  /** hops below the root, and the services among those who are called */
  hops: number;
  services: number;
  /** longest chain of calls that wait for each other */
  depth: number;
  lastSeen: IsoTime;
};

/** @public */
export type JourneysPage = {
  window: CallsWindow;
  items: JourneySummary[];
  total: number;
  evidence: Evidence;
};

/** One call on the way. @public */
export type JourneyHop = {
  /** unique within the journey */
  id: string;
  /** the hop that made this call; left out of the first */
  parent?: string;
  depth: number;
  callee: CallParty;
  operation: string;
  protocol: CallProtocol;
  mode: CallMode;
  /** part of the parent's calls that make this one at all */
  share: Ratio;
  /** calls per parent call that makes any: 1 for most, 50 for a loop around a query */
  times: number;
  figures: CallFigures;
  /** part of the root's duration that is spent in this hop and none below it */
  critical: Ratio;
  /** the same as time: what this hop may cost of the journey, on average */
  budget: Millis;
  /** read from another trace that begins at the topic above */
  acrossTopic?: boolean;
  sample?: TraceSample;
};

/** A trace to look at in the reader's own tool. @public */
export type TraceSample = {
  traceId: string;
  /** left out while no tool is configured */
  url?: string;
};

/** What a chain can promise at best. @public */
export type AvailabilityCeiling = {
  /** product over unique synchronous dependencies */
  ceiling: Ratio;
  /** worst first */
  dependencies: { party: CallParty; availability: Ratio; calls: number }[];
  /** dependencies of which too little is known, and that are left out of the product */
  unknown: CallParty[];
  /** what is taken for granted, in sentences */
  assumptions: string[];
};

/** What happens when a root operation is called, in the order of the calls. @public */
export type Journey = JourneySummary & {
  window: CallsWindow;
  tree: JourneyHop[];
  /** hops that are left out to keep the answer short */
  leftOut: number;
  /** where it fails: hops with errors of their own, most first */
  failurePoints: { hop: string; errors: number; share: Ratio }[];
  availability: AvailabilityCeiling;
  evidence: Evidence;
};

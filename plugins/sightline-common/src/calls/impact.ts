import type { Evidence } from '../evidence/Evidence';
import type { Ratio } from '../units/ratio';
import type { CallFigures, CallsWindow } from './figures';
import type { CallParty } from './party';

/** One who is hit when a service fails. @public */
export type AffectedParty = {
  party: CallParty;
  /** synchronous calls between it and the one that fails */
  hops: number;
  /** part of its own incoming calls that would fail, as the window saw them */
  share: Ratio;
  /** the way to the one that fails, nearest first; party ids */
  via: string[];
};

/** Who fails if a service fails. @public */
export type BlastRadius = {
  party: CallParty;
  window: CallsWindow;
  /** most hit first */
  affected: AffectedParty[];
  /** those who only send it messages, or read its own: they wait, and do not fail */
  delayed: CallParty[];
  leftOut: number;
  assumptions: string[];
  evidence: Evidence;
};

/** A dependency that may explain a service's errors. @public */
export type Suspect = {
  party: CallParty;
  hops: number;
  via: string[];
  /** part of the service's own errors that this one can explain */
  explains: Ratio;
  figures: CallFigures;
  before: CallFigures;
  /** one sentence for people */
  why: string;
};

/** Which dependency explains the errors of a service. @public */
export type Suspects = {
  party: CallParty;
  window: CallsWindow;
  compared: CallsWindow;
  /** the service's own answers, now and before */
  own: { figures: CallFigures; before: CallFigures };
  /** most likely first; empty when its dependencies are well */
  suspects: Suspect[];
  evidence: Evidence;
};

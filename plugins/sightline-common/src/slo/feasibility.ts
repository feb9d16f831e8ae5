import type { CallParty } from '../calls/party';
import type { Evidence } from '../evidence/Evidence';
import type { Unknown } from '../evidence/Known';
import type { Ratio } from '../units/ratio';

/** One thing an objective cannot do without, counted once however often it is passed. @public */
export type NeededDependency = {
  party: CallParty;
  /** calls away, 1 for a direct one */
  depth: number;
  /** what it promises: its own objective of availability */
  promised?: Ratio;
  /** what it gave lately */
  given?: Ratio;
  /** of the two, what the estimate takes; left out when nothing is known of it */
  counted?: Ratio;
  from: 'objective' | 'attainment' | 'calls' | 'unknown';
  /** why nothing is known of it, where there is more to say than that */
  unknown?: Unknown;
  /** what share of the whole loss is its own */
  costs?: Ratio;
  /** whether it keeps the rule of one extra nine over the objective */
  keepsExtraNine?: boolean;
};

/**
 * What a service can promise at best, given what it waits for: an upper bound, as
 * if failures of dependencies were independent and nothing softened them.
 * @public
 */
export type Feasibility = {
  /** id of the objective */
  objective: string;
  target: Ratio;
  /** product over the unique dependencies; left out when nothing is known */
  ceiling?: Ratio;
  verdict: 'feasible' | 'tight' | 'infeasible' | 'unknown';
  unknown?: Unknown;
  /** what each unique dependency must give on average for the target to hold */
  neededOfEach?: Ratio;
  /** costliest first */
  dependencies: NeededDependency[];
  /** "Failures are independent", "fraud is counted at what it gave lately" */
  assumptions: string[];
  evidence?: Evidence;
};

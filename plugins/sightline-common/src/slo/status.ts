import type { Evidence } from '../evidence/Evidence';
import type { Unknown } from '../evidence/Known';
import type { Ratio } from '../units/ratio';
import type { IsoTime, Millis } from '../units/time';
import type { Objective } from './objective';

/** @public */
export const alertSeverities = ['page', 'ticket'] as const;
/** Wake somebody, or write it down for the morning. @public */
export type AlertSeverity = (typeof alertSeverities)[number];

/**
 * Worst first, as lists sort them.
 *
 * - `page`, `ticket`: burning so fast that somebody must be woken, or must look tomorrow
 * - `exhausted`: the budget is spent, and nothing burns fast any more
 * - `unknown`: nobody can tell, see the reason
 * - `met`
 * @public
 */
export const objectiveStates = [
  'page',
  'ticket',
  'exhausted',
  'unknown',
  'met',
] as const;
/** @public */
export type ObjectiveState = (typeof objectiveStates)[number];

/** A burn rate, or why there is none. @public */
export type BurnReading = { rate: number } | { unknown: Unknown };

/**
 * One pair of windows of which both must burn too fast before anybody is told:
 * the long one proves that it matters, the short one that it still goes on.
 * @public
 */
export type BurnPair = {
  severity: AlertSeverity;
  long: { window: Millis; burn: BurnReading };
  short: { window: Millis; burn: BurnReading };
  /** both above it: fires */
  threshold: number;
  /** the share of the budget that the long window would use at the threshold */
  budgetShare: Ratio;
  firing: boolean;
};

/** What was counted in an objective's whole window. @public */
export type BudgetReading = {
  /** events, or slices; the three counts are left out where only a ratio is known */
  total?: number;
  bad?: number;
  /** share of good ones */
  attainment: Ratio;
  /**
   * of the budget, what is left: 1 untouched, 0 spent, below 0 overdrawn. Of a
   * calendar window it is the budget of the whole window, as if events kept
   * coming as they did so far
   */
  remaining: number;
  /** bad ones that may still happen; below 0 when too many did */
  badLeft?: number;
  from: IsoTime;
  /** until when it was counted */
  to: IsoTime;
  /** calendar windows: when the budget begins anew */
  resetsAt?: IsoTime;
  /** the window is longer than what is kept: this covers its last part only */
  coversOnly?: Millis;
};

/** How an objective stands. @public */
export type ObjectiveStatus = {
  objective: Objective;
  state: ObjectiveState;
  /** one sentence: "Burns 15× too fast for 50 minutes; the budget ends in 4 h" */
  words: string;
  /** when this state began */
  since: IsoTime;
  /** why the state is unknown */
  unknown?: Unknown;
  /** what it says is older than it may be: the last that was known */
  stale: boolean;
  budget?: BudgetReading;
  /** fastest first; empty while nothing is known */
  burns: BurnPair[];
  /** fires now, and since when */
  alert?: { severity: AlertSeverity; since: IsoTime };
  forecast?: {
    /** what an alert fires for; else over the last 6 h, or the longest window known below */
    burn: number;
    /** at that rate; left out when it is not spent before the window ends */
    exhaustedAt?: IsoTime;
  };
  /** left out when it was never measured */
  evidence?: Evidence;
};

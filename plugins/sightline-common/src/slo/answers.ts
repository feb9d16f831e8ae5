import type { Evidence } from '../evidence/Evidence';
import type { Unknown } from '../evidence/Known';
import type { ServiceRef } from '../services/ServiceRef';
import type { Owner, Tier } from '../services/model';
import type { Ratio } from '../units/ratio';
import type { IsoTime } from '../units/time';
import type { Feasibility } from './feasibility';
import type { ObjectiveProblem } from './objective';
import type { ObjectiveState, ObjectiveStatus } from './status';

/** One row of the SLOs page. @public */
export type ObjectiveRow = ObjectiveStatus & {
  service: { ref: ServiceRef; name: string; owner?: Owner; tier?: Tier };
};

/** @public */
export type ObjectivesPage = {
  items: ObjectiveRow[];
  /** how many pass the filter and may be seen */
  total: number;
  /** how many may be seen */
  of: number;
  /** of those that pass every filter but the one on states */
  states: Record<ObjectiveState, number>;
  nextCursor?: string;
  problems: number;
};

/** Everything about the objectives of one service. @public */
export type ServiceObjectives = {
  service: ServiceRef;
  /** worst first */
  objectives: ObjectiveStatus[];
  problems: ObjectiveProblem[];
  feasibility: Feasibility[];
  /** what to add where there is none */
  advice?: string;
};

/** One stretch of an objective's past. @public */
export type ObjectivePoint = {
  at: IsoTime;
  /** what was left of the budget at its end; left out while unknown */
  remaining?: number;
  /** events in it */
  total?: number;
  bad?: number;
  /** burn rate within it */
  burn?: number;
};

/** Something that happened and may explain a bend of the curve. @public */
export type TimelineMark = {
  at: IsoTime;
  kind: 'deploy' | 'contract' | 'objective' | 'state';
  /** "payments 12.0.4 in harbour-eu1" */
  words: string;
  evidence: Evidence;
};

/** @public */
export type ObjectiveHistory = {
  objective: string;
  resolution: 'hour' | 'day';
  points: ObjectivePoint[];
  marks: TimelineMark[];
  target: Ratio;
  evidence?: Evidence;
};

/** How a service stands by the worst of its objectives, in the few words of a list. @public */
export type SloSummary = {
  state: ObjectiveState;
  /** title of the worst objective */
  objective: string;
  /** one sentence about it */
  words: string;
  /** what is left of its budget: 1 untouched, 0 spent; left out while unknown */
  remaining?: number;
  /** of the fastest pair of windows, the slower burn of the two; left out while unknown */
  burn?: number;
  /** how many objectives the service has */
  objectives: number;
  /** why the state is unknown */
  unknown?: Unknown;
  /** left out when it was never measured */
  evidence?: Evidence;
};

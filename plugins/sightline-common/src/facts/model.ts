import { Evidence } from '../evidence/Evidence';

/** @public */
export type FactValue = string | number | boolean | string[];

/** @public */
export type FactType = 'string' | 'number' | 'boolean' | 'strings';

/** What a fact means, for the fact browser and for authors of checks. @public */
export type FactDefinition = {
  /** `slo.budgetRemaining`: the feature's or source's word, then the fact's */
  id: string;
  type: FactType;
  title: string;
  description: string;
  /** `ratio`, `ms`, `count`…; views decide how to draw it */
  unit?: string;
};

/** One typed value about one service at one time. @public */
export type FactReading = {
  fact: string;
  value: FactValue;
  evidence: Evidence;
};

import {
  Evidence,
  Objective,
  ObjectiveRow,
  ObjectiveState,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { AlertRule } from './engine/judging';

/** PostgreSQL answers large numbers as text. */
export type BigNumber = number | string;

/** An objective in force, with all that judging and showing it needs. */
export type InForce = {
  objective: Objective;
  indicator: Indicator;
  /** left out: those for its period */
  rules?: readonly AlertRule[];
  service: ObjectiveRow['service'];
};

export type ObjectiveColumns = {
  id: string;
  service: string;
  name: string;
  measured_by: string;
  hash: string;
  asked: string;
  changed_at: BigNumber;
  /** `InForce` as JSON */
  document: string;
};

export type StateColumns = {
  id: string;
  service: string;
  owner_ref: string | null;
  tier: string | null;
  state: ObjectiveState;
  apart: number;
  indicator: string;
  origin: string;
  state_key: number;
  exhaustion_key: number;
  budget_key: number;
  burn_key: number;
  attainment_key: number;
  service_key: string;
  owner_key: string;
  title_key: string;
  search: string;
};

export type StatusColumns = {
  id: string;
  measured_at: BigNumber | null;
  fresh_until: BigNumber | null;
  /** SQLite has no booleans */
  stale: boolean | number;
  told: string | null;
  before: string | null;
  kept: string | null;
  document: string;
};

/** Of a status, what is shown of it. */
export type ShownColumns = Pick<
  StatusColumns,
  'id' | 'measured_at' | 'fresh_until' | 'stale' | 'document'
>;

export const instantOf = (value: BigNumber | null): number | undefined =>
  value === null ? undefined : Number(value);

/** Id of the source that intake runs, by which an objective is measured. */
export const sourceIdOf = (measuredBy: string): string => `slo:${measuredBy}`;

/** Where a measurement came from; undefined before the first. */
export const evidenceOf = (
  measuredBy: string,
  {
    measured_at,
    fresh_until,
  }: Pick<StatusColumns, 'measured_at' | 'fresh_until'>,
): Evidence | undefined => {
  const at = instantOf(measured_at);
  const until = instantOf(fresh_until);
  if (at === undefined || until === undefined) return undefined;
  return {
    source: sourceIdOf(measuredBy),
    observedAt: toIso(at),
    validFor: until - at,
  };
};

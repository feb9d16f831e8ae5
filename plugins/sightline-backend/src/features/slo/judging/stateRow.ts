import { ObjectiveStatus } from '@sightline/backstage-plugin-sightline-common';
import { exhaustionKey, stateKey, worstBurn } from '../engine/sortKeys';
import { InForce, StateColumns } from '../tables';

const lower = (text: string) => text.toLocaleLowerCase('en-US');

/** Who has no owner comes after all who have one. */
const noOwner = '\uffff';
/** Beyond anything that can be measured: what is unknown is sorted apart anyway. */
export const nothing = -1;

/** Four digits are more than anybody sees, and keep rows from being rewritten. */
const short = (value: number) => Number(value.toPrecision(4));
const toTheMinute = (key: number) => Math.round(key / 60_000) * 60_000;

/** The columns that move as the objective is measured, in SQL's words. */
export const movingTypes = {
  state: 'text',
  apart: 'integer',
  state_key: 'integer',
  exhaustion_key: 'double precision',
  budget_key: 'double precision',
  burn_key: 'double precision',
  attainment_key: 'double precision',
} as const;

export type MovingColumns = Pick<StateColumns, keyof typeof movingTypes>;

export const movingColumns = (status: ObjectiveStatus): MovingColumns => ({
  state: status.state,
  apart: status.state === 'unknown' ? 1 : 0,
  state_key: stateKey(status.state),
  exhaustion_key: toTheMinute(exhaustionKey(status)),
  budget_key: short(status.budget?.remaining ?? nothing),
  burn_key: short(worstBurn(status) ?? nothing),
  attainment_key: short(status.budget?.attainment ?? nothing),
});

/** What lists sort and filter by. */
export const stateRow = (
  { objective, service }: InForce,
  moving: MovingColumns,
): StateColumns => {
  const { ref, name, owner, tier } = service;
  const words = [objective.title, objective.name, name, ref, owner?.name];
  return {
    ...{ id: objective.id, service: ref },
    ...moving,
    owner_ref: owner?.ref ?? null,
    tier: tier ?? null,
    indicator: objective.indicator.kind,
    origin: objective.origin.kind,
    service_key: lower(name),
    owner_key: owner ? lower(owner.name) : noOwner,
    title_key: lower(objective.title),
    search: words.map(word => lower(word ?? '')).join('\n'),
  };
};

/** Whether a list would show it at another place, or in another state. */
export const hasMoved = (
  before: MovingColumns,
  after: MovingColumns,
): boolean =>
  before.state !== after.state ||
  before.exhaustion_key !== after.exhaustion_key ||
  before.budget_key !== after.budget_key ||
  before.burn_key !== after.burn_key ||
  before.attainment_key !== after.attainment_key;

type Shown = { moving: MovingColumns; stale: boolean };

/**
 * Whether those who keep a copy of what is said about a service want to know at
 * once. A figure is another one with every measurement, at every service: to put
 * ten thousand copies together anew each minute would cost more than to measure,
 * so figures go along with the next change, or with the turn that each has.
 */
export const isNews = (before: Shown, after: Shown): boolean =>
  before.stale !== after.stale || before.moving.state !== after.moving.state;

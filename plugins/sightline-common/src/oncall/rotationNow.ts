import { toIso } from '../units/time';
import { assembleNow, gapsUntil, OnCallNowOptions } from './assembleNow';
import type { OnCallLevel, OnCallNow, Responder } from './model';
import { gapsWithin } from './rotation/finalShifts';
import type { Rotation } from './rotation/model';
import { LevelAt, nextShift, onCallAt } from './rotation/onCallAt';
import { FinalShift, isGap } from './rotation/slot';
import { toGap } from './toGap';
import { toShift } from './toShift';

const overrideOf = (
  { overrides }: Rotation,
  { by }: FinalShift,
): Responder['override'] => {
  if (!('override' in by)) return undefined;
  const found = overrides.find(({ id }) => id === by.override);
  return {
    id: by.override,
    ...(found?.reason !== undefined && { reason: found.reason }),
    ...(found?.madeBy !== undefined && { madeBy: found.madeBy }),
  };
};

const toLevel = (
  rotation: Rotation,
  { level, slot, from, until }: LevelAt,
  { at, person }: OnCallNowOptions,
): OnCallLevel => {
  if (isGap(slot)) {
    const seen = { at, timeZone: rotation.timeZone };
    const gap = toGap(slot, { from, until }, seen);
    return { level, responders: [], gap };
  }
  const override = overrideOf(rotation, slot);
  const responder: Responder = {
    ...(person(slot.user) ?? { ref: slot.user, name: slot.user, contacts: [] }),
    ...(from !== undefined && { from: toIso(from) }),
    ...(until !== undefined && { until: toIso(until) }),
    ...(override && { override }),
  };
  return { level, responders: [responder] };
};

/**
 * Who answers for a team now, by its rotation; with the gaps of the coming 14 days,
 * of which one that goes on now begins now.
 * @public
 */
export const rotationNow = (
  rotation: Rotation,
  options: OnCallNowOptions,
): OnCallNow => {
  const { at, person } = options;
  const isKnown = (ref: string) => person(ref) !== undefined;
  const levels = onCallAt(rotation, at, isKnown).map(level =>
    toLevel(rotation, level, options),
  );
  const next = nextShift(rotation, { after: at }, isKnown);
  const to = gapsUntil(at);
  const gaps = gapsWithin(rotation, { from: at, to }, isKnown);
  return assembleNow(
    {
      ...{ levels, to, timeZone: rotation.timeZone },
      gaps: gaps.filter(({ level }) => level === 1),
      ...(next && { next: toShift(next, person) }),
    },
    options,
  );
};

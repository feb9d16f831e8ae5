import { InputError } from '@backstage/errors';
import {
  Instant,
  ServiceRef,
  toInstant,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { toRef } from '../rotations/engine/mentions';

const DAY = 86_400_000;

export const instantOf = (
  name: string,
  text: string | undefined,
): Instant | undefined => {
  if (text === undefined) return undefined;
  const instant = toInstant(text);
  if (instant === undefined) {
    throw new InputError(`${name} must be a time in ISO 8601, not '${text}'`);
  }
  return instant;
};

/** Four weeks back and two ahead, where nothing else is said. */
export const rangeOf = (
  asked: { from?: string; to?: string },
  now: Instant,
): { from: Instant; to: Instant } => {
  const from = instantOf('from', asked.from) ?? now - 28 * DAY;
  const to = instantOf('to', asked.to) ?? Math.max(from, now) + 14 * DAY;
  if (to <= from) {
    throw new InputError('to must be later than from');
  }
  return { from, to };
};

export const serviceOf = (text: string): ServiceRef => {
  try {
    return toServiceRef(text);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
};

/** `payments` and `group:default/payments`. */
export const teamOf = (text: string): string => {
  const ref = toRef(text, { kind: 'group', namespace: 'default' });
  if (ref === undefined) {
    throw new InputError(`'${text}' is no group; write its name`);
  }
  return ref;
};

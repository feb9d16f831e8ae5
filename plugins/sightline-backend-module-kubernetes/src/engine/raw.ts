import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** Something of the API of which nothing is known yet. */
export type Raw = Record<string, unknown>;

/** An object; an empty one for anything else: what is not said is not there. */
export const raw = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Raw)
    : {};

export const rawList = (value: unknown): Raw[] =>
  Array.isArray(value) ? value.map(raw) : [];

/**
 * A text, cut to what is worth keeping. The cut piece is copied: a slice would
 * keep the whole text, megabytes of it, in memory.
 */
export const text = (value: unknown, most = 300): string | undefined => {
  if (typeof value !== 'string' || value === '') return undefined;
  if (value.length <= most) return value;
  return Buffer.from(`${value.slice(0, most - 1)}…`, 'utf8').toString('utf8');
};

export const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.max(0, Math.trunc(value))
    : undefined;

/** As `count`, where some controllers write numbers as texts. */
export const countInText = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,15}$/.test(value)
    ? Number(value)
    : count(value);

// Clocks of two machines are never quite the same.
const tolerated = 60_000;

/** A moment; one that has not come yet is not believed. */
export const instant = (value: unknown, now: Instant): Instant | undefined => {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return at <= now + tolerated ? Math.min(at, now) : undefined;
};

/** For keeping: a list that has grown has room for 16 more. */
export const exactly = <T>(list: readonly T[]): T[] => list.slice();

/**
 * Without what is undefined. It is a new object: one from which something is
 * deleted takes three times the memory.
 */
export const compact = <T extends object>(object: T): T => {
  const kept = {} as T;
  for (const key of Object.keys(object) as (keyof T)[]) {
    if (object[key] !== undefined) kept[key] = object[key];
  }
  return kept;
};

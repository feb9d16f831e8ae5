import {
  ObjectiveState,
  objectiveStates,
  ObjectiveStatus,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';

/** What burns comes first; what nobody can tell stands apart, at the end. */
const ranks: Record<ObjectiveState, number> = {
  page: 0,
  ticket: 1,
  exhausted: 2,
  met: 3,
  unknown: 4,
};

/** Wider than any moment within a rank. */
const rankWidth = 1e14;
/** No moment of this age of the world is earlier or later. */
const beforeAllMoments = 1e11;
const afterAllMoments = 9e13;

const clamp = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

/**
 * By what is out of budget first:
 *
 * ```
 *   page ─────────────────┐ ticket ──┐ exhausted ┐ met ──────────┐ unknown
 *   spent │ soon │ later │ never     …           │ never: by what is left
 * ```
 */
export const exhaustionKey = ({
  state,
  budget,
  forecast,
}: Pick<ObjectiveStatus, 'state' | 'budget' | 'forecast'>): number => {
  const rank = ranks[state] * rankWidth;
  const remaining = budget?.remaining ?? 1;
  if (remaining <= 0) {
    return rank + beforeAllMoments + clamp(remaining, -1e4, 0) * 1e6;
  }
  const at = toInstant(forecast?.exhaustedAt ?? '');
  return at !== undefined
    ? rank + at
    : rank + afterAllMoments + clamp(remaining, 0, 1) * 1e6;
};

/** Worst first, as `objectiveStates` lists them. */
export const stateKey = (state: ObjectiveState): number =>
  objectiveStates.indexOf(state);

/**
 * The burn of a pair is the slower of its two: only when both burn does anybody
 * act. Of several pairs the fastest counts; undefined while none is known.
 */
export const worstBurn = ({
  burns,
}: Pick<ObjectiveStatus, 'burns'>): number | undefined => {
  let worst: number | undefined;
  for (const { long, short } of burns) {
    if ('rate' in long.burn && 'rate' in short.burn) {
      const both = Math.min(long.burn.rate, short.burn.rate);
      worst = Math.max(worst ?? both, both);
    }
  }
  return worst;
};

/** Worst first: by state, then by what is left, then by title. */
export const compareStatus = (a: ObjectiveStatus, b: ObjectiveStatus): number =>
  stateKey(a.state) - stateKey(b.state) ||
  (a.budget?.remaining ?? 2) - (b.budget?.remaining ?? 2) ||
  (a.objective.title < b.objective.title ? -1 : 1);

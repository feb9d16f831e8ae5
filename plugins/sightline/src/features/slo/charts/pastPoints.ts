import {
  Instant,
  Millis,
  ObjectiveHistory,
  ObjectiveStatus,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { ChartMark } from '../../../ui/charts/ChartMark';
import { LinePoint, endOf } from '../../../ui/charts/ChartPoint';
import { Unseen } from '../../../ui/charts/LineChart';
import { rateOf } from '../../../ui/slo/burn';
import { SpentPoint, burnDown } from '../engine/burnDown';
import { periodOf } from './range';
import { Past } from './useHistory';

/** A point as a chart draws it, with all that is said of it. */
export type PastPoint = LinePoint & { told: SpentPoint };

const HOUR: Millis = 3_600_000;

export const widthOf = ({ resolution }: ObjectiveHistory): Millis =>
  resolution === 'hour' ? HOUR : 24 * HOUR;

const drawn =
  (width: Millis, valueOf: (told: SpentPoint) => number | undefined) =>
  (told: SpentPoint): PastPoint => ({
    at: toInstant(told.at) ?? 0,
    width,
    value: valueOf(told),
    told,
  });

/** What there was before anything of the window was spent. */
const opening = (first?: PastPoint): PastPoint[] => {
  if (first?.value === undefined) {
    return [];
  }
  const { at, told } = first;
  const value = Math.min(1, first.value + (told.spent ?? 0));
  return [{ at, width: 0, value, told: { at: told.at, left: value } }];
};

/** What has passed of the hour or day that is not over yet: between the last point and now. */
const unfinished = (
  points: PastPoint[],
  width: Millis,
  now: Instant,
): Pick<PastPoint, 'at' | 'width'> | undefined => {
  const last = points.at(-1);
  const at = Math.max(last ? endOf(last) : 0, now - width);
  return now > at ? { at, width: now - at } : undefined;
};

/** The budget as it stands: nothing on the page may contradict it. */
const closing = (
  points: PastPoint[],
  width: Millis,
  { budget, stale }: ObjectiveStatus,
): PastPoint[] => {
  const now = budget && !stale && toInstant(budget.to);
  const stretch = now && unfinished(points, width, now);
  if (!stretch || !budget) {
    return [];
  }
  const before = points.at(-1)?.value;
  const spent =
    before === undefined ? undefined : Math.max(0, before - budget.remaining);
  const told = { at: toIso(stretch.at), left: budget.remaining, spent };
  return [{ ...stretch, value: budget.remaining, told }];
};

/**
 * What was left of the budget: over its own window as it was spent from one
 * point to the next, over any other time as it stood then.
 */
export const budgetPoints = (
  { choice, history }: Past,
  status: ObjectiveStatus,
): PastPoint[] => {
  const { objective, budget } = status;
  const width = widthOf(history);
  if (choice !== 'window' || !budget) {
    const stood = history.points.map(
      drawn(width, ({ remaining }) => remaining),
    );
    return [...stood, ...closing(stood, width, status)];
  }
  const period = periodOf(objective.window, budget);
  const went = burnDown({ points: history.points, width, period, budget }).map(
    drawn(width, ({ left }) => left),
  );
  return [...opening(went.at(0)), ...went, ...closing(went, width, status)];
};

/** How fast it burned; the hour that is not over yet as the last 60 minutes did. */
export const burnPoints = (
  { history }: Past,
  { budget, burns, stale }: ObjectiveStatus,
): PastPoint[] => {
  const width = widthOf(history);
  const points = history.points.map(drawn(width, ({ burn }) => burn));
  const hour = burns.find(({ long }) => long.window === HOUR);
  const value = hour && rateOf(hour.long.burn);
  const now = budget && !stale && width === HOUR && toInstant(budget.to);
  const stretch = now && value !== undefined && unfinished(points, width, now);
  return stretch
    ? [...points, { ...stretch, value, told: { at: toIso(stretch.at) } }]
    : points;
};

/** The part before anything is known, unless it is as short as a point or two. */
export const unseenIn = (
  { from, history }: Past,
  points: PastPoint[],
): Unseen | undefined => {
  const first = points.find(({ value }) => value !== undefined);
  return first && first.at - from > 2 * widthOf(history)
    ? { from, to: first.at, words: 'nothing is kept of this time' }
    : undefined;
};

export const marksOf = ({ marks }: ObjectiveHistory): ChartMark[] =>
  marks.flatMap(({ at, kind, words }) => {
    const instant = toInstant(at);
    return instant === undefined ? [] : [{ at: instant, kind, words }];
  });

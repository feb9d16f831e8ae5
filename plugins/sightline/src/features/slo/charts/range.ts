import {
  BudgetReading,
  Instant,
  Millis,
  ObjectiveWindow,
  toInstant,
  windowAt,
} from '@sightline/backstage-plugin-sightline-common';

const MINUTE: Millis = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Which part of the past is looked at; `window`: the objective's own. */
export const rangeChoices = ['6h', '7d', 'window', '90d', '13m'] as const;
export type RangeChoice = (typeof rangeChoices)[number];

export const UNSAID: RangeChoice = 'window';

const lengths: Record<Exclude<RangeChoice, 'window'>, Millis> = {
  '6h': 6 * HOUR,
  '7d': 7 * DAY,
  '90d': 90 * DAY,
  '13m': 395 * DAY,
};

/** On each choice's button, and what it means. */
export const rangeWords: Record<RangeChoice, [short: string, meaning: string]> =
  {
    '6h': ['6 h', 'the last 6 hours'],
    '7d': ['7 d', 'the last 7 days'],
    window: ['Window', 'the objective’s own window'],
    '90d': ['90 d', 'the last 90 days'],
    '13m': ['13 months', 'the last 13 months'],
  };

/** Reads the choice from a URL; what there is not becomes what there is. */
export const parseRange = (text: string | null): RangeChoice =>
  rangeChoices.find(choice => choice === text) ?? UNSAID;

/** Equal questions are equal to the letter, so that their answers are remembered. */
const STEP: Millis = 5 * MINUTE;

type RangeInput = {
  choice: RangeChoice;
  window: ObjectiveWindow;
  now: Instant;
};

/**
 * What is drawn, and what is asked for it: a point more at the begin, whose end is
 * where the line begins; nothing of what is to come.
 *
 * ```
 *   asked   from                      to            end
 *     ├──────┼─────────────────────────┤·············┤ a calendar's budget begins anew
 * ```
 */
export type Range = {
  from: Instant;
  to: Instant;
  end: Instant;
  asked: Instant;
};

/** A month and more is told by the day. */
const before = (length: Millis): Millis => (length > 31 * DAY ? DAY : HOUR);

/** From when to when. A rolling window moves on; a calendar's begins where it begins. */
export const rangeOf = ({ choice, window, now }: RangeInput): Range => {
  const to = Math.ceil(now / STEP) * STEP;
  if (choice !== 'window') {
    const from = to - lengths[choice];
    return { ...{ from, to, end: to }, asked: from - before(lengths[choice]) };
  }
  if (window.kind === 'rolling') {
    const from = to - window.duration;
    return { from, to, end: to, asked: from };
  }
  const { from, to: end } = windowAt(window, now);
  return { from, to, end, asked: from };
};

/** How long the window is that a budget is of. */
export const periodOf = (
  window: ObjectiveWindow,
  { from, resetsAt }: BudgetReading,
): Millis => {
  if (window.kind === 'rolling') {
    return window.duration;
  }
  const begin = toInstant(from) ?? 0;
  return (toInstant(resetsAt ?? '') ?? windowAt(window, begin).to) - begin;
};

import type { IsoTime } from '../../units/time';

/** 1 is Monday, 7 is Sunday (ISO 8601). @public */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What clocks on the wall show: `09:00`; as an end also `24:00`. @public */
export type ClockTime = string;

/**
 * When the next one of a list takes over: every so many days, weeks or months,
 * always when clocks on the wall show the same.
 *
 * `anchor` is local, too: the first of the list is on call in the turn in which
 * it lies, and turns are counted from there in both directions.
 * @public
 */
export type Handover = {
  every: number;
  at: ClockTime;
  /** `2026-01-05 09:00:00` */
  anchor: string;
} & (
  | { unit: 'day' }
  | { unit: 'week'; on: Weekday }
  /** the 31st is the last day of shorter months */
  | { unit: 'month'; on: number }
);

/**
 * A stretch of the day in which a layer serves. One that ends no later than it
 * begins ends the next day; `days` are those on which it begins.
 * @public
 */
export type DutyHours = {
  /** left out: every day */
  days?: readonly Weekday[];
  from: ClockTime;
  to: ClockTime;
};

/** People who take turns. @public */
export type RotationLayer = {
  name: string;
  /** IANA; left out: the rotation's. For teams that follow the sun */
  timeZone?: string;
  /** entity refs of users in the order in which they take turns; empty: nobody */
  members: readonly string[];
  handover: Handover;
  /** left out: around the clock. Turns are counted in hours without duty, too */
  hours?: readonly DutyHours[];
};

/** Who is asked first, and who when nobody answers. @public */
export type RotationLevel = {
  /** 1 is asked first */
  level: number;
  /** a later one wins over those before it */
  layers: readonly RotationLayer[];
};

/** How a team takes turns from one moment until the next version begins. @public */
export type RotationVersion = {
  from: IsoTime;
  levels: readonly RotationLevel[];
};

/**
 * Somebody else, for once. Wins over all layers of its level; of several at the
 * same time the one that was made last.
 * @public
 */
export type Override = {
  id: string;
  level: number;
  user: string;
  from: IsoTime;
  to: IsoTime;
  /** left out for those in a file: they are older than any with it, the first the oldest */
  madeAt?: IsoTime;
  madeBy?: string;
  /** in the words of whoever made it */
  reason?: string;
};

/**
 * How a team takes turns, with all it did before: a version never says anything
 * about the time before it, so whoever joins or leaves changes no history.
 *
 * ```
 *   versions     ├── Ana, Ben ──────────┼── Ana, Chloe, Ben ────────▶
 *   layers       ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
 *   overrides            ├─ Dan ─┤            win over all of them
 * ```
 * @public
 */
export type Rotation = {
  /** unique: `rotation:default/payments` */
  id: string;
  title: string;
  /** entity ref of the group that takes turns */
  team: string;
  /** IANA */
  timeZone: string;
  /** in any order */
  versions: readonly RotationVersion[];
  overrides: readonly Override[];
};

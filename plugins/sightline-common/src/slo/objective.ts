import type { ServiceRef } from '../services/ServiceRef';
import type { Ratio } from '../units/ratio';
import type { IsoTime, Millis } from '../units/time';

/**
 * Over which time an objective's errors are counted: always the last so-and-so
 * long, or from one boundary of a calendar to the next, in its time zone.
 * @public
 */
export type ObjectiveWindow =
  | { kind: 'rolling'; duration: Millis }
  | {
      kind: 'calendar';
      unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
      /** how many of the unit make one window: 2 weeks */
      every: number;
      /** a boundary, local to the zone: `2026-01-01 00:00:00` */
      start: string;
      /** IANA */
      timeZone: string;
    };

/**
 * What the budget counts: events, or stretches of time.
 *
 * - `occurrences`: bad events of all events
 * - `timeslices`: slices of which less than `good` went well, of all slices
 * - `ratio-timeslices`: the mean of the slices' ratios, each slice alike
 * @public
 */
export type Budgeting =
  | { method: 'occurrences' }
  | { method: 'timeslices'; slice: Millis; good: Ratio }
  | { method: 'ratio-timeslices'; slice: Millis };

/** What an indicator is about. @public */
export const indicatorKinds = ['availability', 'latency', 'other'] as const;
/** @public */
export type IndicatorKind = (typeof indicatorKinds)[number];

/**
 * Where an objective was found; the first that says something about a service and
 * a kind of indicator wins over those behind it. Those of kind `other` are about
 * many things, and stand beside each other.
 * @public
 */
export const objectiveOrigins = [
  'openslo',
  'pushed',
  'sloth',
  'pyrra',
  'tier',
  'calls',
] as const;
/** @public */
export type ObjectiveOriginKind = (typeof objectiveOrigins)[number];

/** @public */
export type ObjectiveOrigin = {
  kind: ObjectiveOriginKind;
  /** in words: a file, `sightline.slo.tiers.T0`, a source */
  where: string;
  line?: number;
  /** to open it with */
  url?: string;
};

/** A promise about a service that can be measured. @public */
export type Objective = {
  /** `component:default/payments/availability`: stays while service and name stay */
  id: string;
  service: ServiceRef;
  /** unique within the service */
  name: string;
  title: string;
  description?: string;
  indicator: {
    kind: IndicatorKind;
    /** latency: what a good answer does not exceed */
    threshold?: Millis;
    /** in words, for people: `requests that answer below 500` */
    words: string;
    /** the questions themselves, as they are asked; left out for calls */
    queries?: { label: string; query: string }[];
  };
  /** 0.999; above 0, below 1 */
  target: Ratio;
  window: ObjectiveWindow;
  budgeting: Budgeting;
  origin: ObjectiveOrigin;
  /** id of the source that measures it: `calls`, `prometheus:main` */
  measuredBy: string;
  /** the newest version cannot be read; this one stays in force */
  outdated?: { problem: string; since: IsoTime };
};

/** A document that describes objectives and cannot be read as it stands. @public */
export type ObjectiveProblem = {
  /** file or address, as people know it */
  where: string;
  line?: number;
  /** `spec.objectives[0].target` */
  path?: string;
  words: string;
  /** whom it was meant for, where that could be read */
  service?: ServiceRef;
  /** whether an earlier version is still in force */
  earlierInForce: boolean;
  since: IsoTime;
};

import {
  Budgeting,
  Instant,
  Millis,
  Ratio,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

/**
 * How an objective is measured: what the outside system must be asked. In the
 * text of a query `$window` stands for the length of the window that is asked
 * about, as the system writes it (`1h`, `30d`).
 * @public
 */
export type Indicator =
  /** events; either the good or the bad ones are counted, and all of them */
  | { by: 'events'; good?: string; bad?: string; total: string }
  /** the system has a ratio ready */
  | { by: 'ratio'; query: string; of: 'good' | 'bad' }
  /** a value that must be on the right side of a bound; needs time slices */
  | {
      by: 'threshold';
      query: string;
      op: 'lt' | 'lte' | 'gt' | 'gte';
      value: number;
    }
  /**
   * one pair of questions for the whole fleet: answers carry `labels`, and
   * `service` lists the values by which the system knows this service. Nothing of
   * a service gets into the text of a question
   */
  | {
      by: 'template';
      good?: string;
      bad?: string;
      total: string;
      labels: readonly string[];
      /** one value for each of `labels`; any of them is this service */
      service: readonly (readonly string[])[];
    }
  /** rules that Sloth or Pyrra made the system record */
  | {
      by: 'recorded';
      family: 'sloth' | 'pyrra';
      labels: Record<string, string>;
    }
  /** the service's own calls as Sightline saw them */
  | { by: 'calls'; of: 'availability' }
  | { by: 'calls'; of: 'latency'; threshold: Millis };

/** A question: what came of this indicator between two moments. @public */
export type MeasureQuestion = {
  /** id of the objective */
  objective: string;
  service: ServiceRef;
  indicator: Indicator;
  budgeting: Budgeting;
  /** each ends where `at` says, so that all of one view agree */
  windows: readonly Millis[];
};

/**
 * What was counted in one window that ends at `at`.
 *
 * - `counted`: events or slices; `bad` may be no whole number, as rates extrapolate
 * - `shared`: only a ratio is known, not of how many
 * - `no-data`: the system answered and has no such series
 * - `no-traffic`: the series is there, and nothing happened
 * @public
 */
export type Measured =
  | { what: 'counted'; total: number; bad: number }
  | { what: 'shared'; bad: Ratio }
  | { what: 'no-data'; detail?: string }
  | { what: 'no-traffic' };

/** Answers about one objective, all for the same moment. @public */
export type Measurement = {
  objective: string;
  at: Instant;
  /** by length of the window, in the order they were asked for */
  windows: { window: Millis; measured: Measured }[];
  /** the first moment the system has data of, where it lies within the longest window */
  dataSince?: Instant;
};

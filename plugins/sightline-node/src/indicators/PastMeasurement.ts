import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Measured, MeasureQuestion } from './Indicator';

/** A question about the past: the windows are the steps of the range. @public */
export type PastQuestion = Omit<MeasureQuestion, 'windows'>;

/**
 * A stretch of the past in steps, each as long as `step`: the first begins at
 * `from`, the last ends at `to`. Both are whole hours.
 * @public
 */
export type PastRange = { from: Instant; to: Instant; step: Millis };

/** What was counted of one objective, step by step. @public */
export type PastMeasurement = {
  objective: string;
  /** by time, each by its end; steps of which there are no data may be left out */
  steps: { at: Instant; measured: Measured }[];
  /** its past cannot be asked for, and why: not now, and not later */
  impossible?: string;
};

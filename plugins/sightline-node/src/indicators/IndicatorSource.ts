import {
  Instant,
  Objective,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Outcome } from '../source/Outcome';
import { AskContext, SourceIdentity } from '../source/Source';
import { Indicator, Measurement, MeasureQuestion } from './Indicator';
import { PastMeasurement, PastQuestion, PastRange } from './PastMeasurement';

/** An objective somebody states, with the way to measure it. @public */
export type StatedObjective = Omit<
  Objective,
  'id' | 'measuredBy' | 'outdated' | 'service'
> & {
  service: ServiceRef;
  measure: Indicator;
};

/**
 * An objective found in an outside system, that names its service in its own
 * words: `service` is matched like any other outside name.
 * @public
 */
export type DiscoveredObjective = Omit<StatedObjective, 'service'> & {
  outsideService: { name: string; namespace: string };
};

/**
 * Measures objectives. It is no `Source`: the feature that keeps objectives asks
 * it, through intake like every source, about exactly those that are in force.
 * @public
 */
export interface IndicatorSource extends SourceIdentity {
  /** whether it can measure this; the first source that can is asked */
  measures(indicator: Indicator): boolean;
  /**
   * All questions of one round, to be answered as of one moment, with as few
   * requests as they take. An objective it has no answer about is answered too:
   * with `no-data`. One that it could not ask about is left out, with a note:
   * what was measured before stands, and grows old.
   */
  measure(
    questions: readonly MeasureQuestion[],
    at: Instant,
    context: AskContext,
  ): Promise<Outcome<Measurement[]>>;
  /**
   * What was counted before Sightline measured: asked once an objective, to fill
   * its past. One that it could not ask about now is left out, with a note, and
   * asked about again later; left out as a whole when the system keeps no past.
   */
  past?(
    questions: readonly PastQuestion[],
    range: PastRange,
    context: AskContext,
  ): Promise<Outcome<PastMeasurement[]>>;
  /** objectives the system already has rules for; left out when it knows of none */
  discover?(context: AskContext): Promise<Outcome<DiscoveredObjective[]>>;
}

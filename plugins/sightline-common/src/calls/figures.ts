import type { Ratio } from '../units/ratio';
import type { IsoTime, Millis } from '../units/time';

/** From `from` on, up to but without `to`. @public */
export type CallsWindow = { from: IsoTime; to: IsoTime };

/** What was counted of some calls within a window. @public */
export type CallFigures = {
  /** counted, not estimated */
  calls: number;
  errors: number;
  errorRatio: Ratio;
  /**
   * calls a second there would be without sampling; left out where only samples
   * were seen, so that nobody knows
   */
  perSecond?: number;
  /** at most 5 % off; left out when no duration was reported */
  p50?: Millis;
  p95?: Millis;
};

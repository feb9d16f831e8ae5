import { Ratio } from '../units/ratio';
import { Millis } from '../units/time';
import { burnRate } from './burnRate';

/**
 * How long trouble that begins all at once goes on before the mean of an alert's
 * long window exceeds the threshold:
 * `(1 − target) ÷ errors × window × threshold`, after a time without errors.
 * `undefined` when it never does: it burns slower than the threshold.
 *
 * Source: Site Reliability Workbook, chapter 5.
 * Domain: errors 0..1, 0 ≤ target < 1, window > 0, threshold > 0.
 *
 * @example all fails at 99.9 %, 1 hour at 14.4: 51.84 seconds
 * @public
 */
export const detectionTime = (of: {
  errors: Ratio;
  target: Ratio;
  window: Millis;
  threshold: number;
}): Millis | undefined => {
  const burn = burnRate(of.errors, of.target);
  return burn > of.threshold ? (of.window * of.threshold) / burn : undefined;
};

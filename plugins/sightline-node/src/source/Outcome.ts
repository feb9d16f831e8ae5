import { Fault, Millis } from '@sightline/backstage-plugin-sightline-common';

/**
 * What came of asking the world something. Failures outside our walls are
 * values, not exceptions: whoever asks must say what it does about each.
 *
 * - `ok`: an answer; `notes` say where it is incomplete (then it counts as partial)
 * - `retry`: no answer now, asking again may help; `after` is what the other
 *   side asked for (Retry-After)
 * - `failed`: asking again the same way cannot help: credentials, wrong address,
 *   an answer that is no answer
 * @public
 */
export type Outcome<T> =
  | { outcome: 'ok'; value: T; notes?: string[] }
  | { outcome: 'retry'; fault: Fault; after?: Millis }
  | { outcome: 'failed'; fault: Fault };

/** @public */
export const ok = <T>(value: T, notes: string[] = []): Outcome<T> =>
  notes.length > 0 ? { outcome: 'ok', value, notes } : { outcome: 'ok', value };

/** @public */
export const retry = (fault: Fault, after?: Millis): Outcome<never> =>
  after === undefined
    ? { outcome: 'retry', fault }
    : { outcome: 'retry', fault, after };

/** @public */
export const failed = (fault: Fault): Outcome<never> => ({
  outcome: 'failed',
  fault,
});

import {
  Fault,
  FaultKind,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { failed, Outcome, retry } from '../source/Outcome';

// Asking again the same way may help: the other side, or the way there, was unwell.
const passing: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'timeout',
  'connection-refused',
  'connection-reset',
  'name-not-found',
  'rate-limited',
  'server-error',
  'cut-off',
]);

/** `retry` for what may pass by itself, `failed` for what somebody has to repair. @public */
export const outcomeOfFault = (fault: Fault, after?: Millis): Outcome<never> =>
  passing.has(fault.kind) ? retry(fault, after) : failed(fault);

import { meanCalls, finalErrors } from './retries.ts';
import type { Call, CallTree, Effect, Incident, Journey } from './Truth.ts';

/** The journeys while an incident lasts. */
export function strike(journeys: Journey[], { effects }: Incident): Journey[] {
  return journeys.map(journey => {
    const { root } = journey;
    const struck = strikeCalls(journey.calls, effects, root.errors);
    return { ...journey, calls: struck.calls, root: bear(root, struck.burden) };
  });
}

/** What an incident further down adds to a call: milliseconds, and a chance to fail. */
type Burden = { p50: number; p95: number; errors: number };

/** The chance that one of two mishaps happens. */
export const either = (a: number, b: number) => 1 - (1 - a) * (1 - b);

/** What has to join the old errors so that together they are the new ones. */
export const newlyFailing = (old: number, now: number) =>
  old < 1 ? 1 - (1 - now) / (1 - old) : 0;

const bear = <T extends Burden>(call: T, burden: Burden): T => ({
  ...call,
  p50: call.p50 + burden.p50,
  p95: call.p95 + burden.p95,
  errors: either(call.errors, burden.errors),
});

const fits = (call: Call, { on }: Effect) =>
  (on.caller ?? call.caller) === call.caller &&
  (on.callee ?? call.callee) === call.callee &&
  (on.operation ?? call.operation) === call.operation;

/** A closed port answers at once. */
const REFUSAL = { p50: 0.8, p95: 2 };

function strikeCall(call: Call, effects: Effect[]): Call {
  return effects
    .filter(effect => fits(call, effect))
    .reduce((struck, { on: _, slower = 1, ...changed }) => {
      const { p50, p95 } = changed.refused ? REFUSAL : struck;
      return { ...struck, ...changed, p50: p50 * slower, p95: p95 * slower };
    }, call);
}

/**
 * Times and errors in the truth are totals, so what is new further down is added
 * all the way up: times as far as somebody waits, errors as far as somebody could
 * not do without even before.
 */
function strikeCalls(
  calls: CallTree[],
  effects: Effect[],
  parentErrors: number,
): { calls: CallTree[]; burden: Burden } {
  const burden: Burden = { p50: 0, p95: 0, errors: 0 };
  const struckCalls = calls.map(({ call, calls: below = [] }) => {
    const under = strikeCalls(below, effects, call.errors);
    const hit = strikeCall(call, effects);
    const struck = hit.refused ? hit : bear(hit, under.burden);
    if (call.mode === 'sync') {
      const added = (of: 'p50' | 'p95') =>
        struck[of] * meanCalls(struck) - call[of] * meanCalls(call);
      burden.p50 += added('p50');
      burden.p95 += added('p95');
      const more = newlyFailing(finalErrors(call), finalErrors(struck));
      if (more > 0 && finalErrors(call) <= parentErrors) {
        burden.errors = either(burden.errors, more * (call.share ?? 1));
      }
    }
    return { call: struck, calls: struck.refused ? [] : under.calls };
  });
  return { calls: struckCalls, burden };
}

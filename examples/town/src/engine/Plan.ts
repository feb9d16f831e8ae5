import type { Call, CallTree, Journey } from './Truth.ts';
import { seededRandom } from './random.ts';
import { ownTime, type Spread } from './latency.ts';
import { finalErrors } from './retries.ts';

/** A call of a journey with all that can be known before anybody visits. */
export type Plan = {
  call: Call;
  calls: Plan[];
  /** how many calls of it a parent call makes: `share` and `times` in turn */
  strides: Stride[];
  /** how long the callee is busy itself, without what it waits for */
  own: Spread;
  /** the chance that a parent which fails, fails because of this */
  blame: number;
  /** the chance to fail without the parent failing */
  mishap: number;
};

/** Spreads 0.15 of all visits evenly: every 6th or 7th, beginning where `phase` says. */
export type Stride = { step: number; phase: number };

/** Exact over any run of visits, to one visit: no chance is involved. */
export function callsAt({ step, phase }: Stride, visit: number): number {
  if (Number.isInteger(step)) return step;
  const upTo = (n: number) => Math.floor(n * step + phase);
  return upTo(visit + 1) - upTo(visit);
}

export function planJourney(journey: Journey, seed: string): Plan {
  const { root, calls, id } = journey;
  const call: Call = {
    ...root,
    caller: '',
    callee: root.service,
    mode: 'sync',
    times: 1,
  };
  return {
    call,
    calls: planCalls({ calls, parentErrors: root.errors, path: id, seed }),
    strides: [],
    own: ownTime(root, calls),
    blame: 0,
    mishap: root.errors,
  };
}

/** Failures a parent call has to expect from this call. */
const expected = (call: Call) =>
  finalErrors(call) * (call.retry ? 1 : call.times) * (call.share ?? 1);

export const isTopic = ({ callee, protocol }: Call) =>
  protocol === 'messaging' && callee.startsWith('resource:');

/** A topic tells its sender nothing about its readers. */
const hears = ({ caller, mode }: Call) =>
  mode === 'sync' || !caller.startsWith('resource:');

/** Whoever fails more often than its parent must be one whom the parent can do without. */
const isNeeded = (call: Call, parentErrors: number) =>
  hears(call) && finalErrors(call) <= parentErrors;

/**
 * Errors in the truth are totals, each with the errors from further down in it:
 *
 *     orders fails 1.3 %  ─┬─ payments 0.9 %   9 of 13 failing orders are its fault
 *                          ├─ pricing  0.1 %   1 of 13
 *                          └─ …                the rest is their own doing
 *
 * Walking down from a failure to its cause keeps all these totals at once.
 */
function planCalls(options: {
  calls: CallTree[];
  parentErrors: number;
  path: string;
  seed: string;
}): Plan[] {
  const { calls, parentErrors, path, seed } = options;
  const sum = calls
    .filter(({ call }) => isNeeded(call, parentErrors))
    .reduce((total, { call }) => total + expected(call), 0);
  const audible = sum > 0 ? Math.min(1, parentErrors / sum) : 0;
  return calls.map(({ call, calls: below = [] }, place) => {
    const here = `${path}/${place}`;
    const needed = isNeeded(call, parentErrors) ? audible : 0;
    const { next } = seededRandom(`${seed}/${here}`);
    const times = call.retry ? 1 : call.times;
    return {
      call,
      calls: planCalls({
        calls: below,
        parentErrors: call.errors,
        path: here,
        seed,
      }),
      own: ownTime(call, isTopic(call) ? [] : below),
      strides: [call.share ?? 1, times].map(step => ({ step, phase: next() })),
      blame: parentErrors > 0 ? (expected(call) * needed) / parentErrors : 0,
      mishap: finalErrors(call) * (1 - needed),
    };
  });
}

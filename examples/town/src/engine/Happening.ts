import type { Call } from './Truth.ts';
import { drawMicros, type Pace } from './latency.ts';
import { callsAt, isTopic, type Plan } from './Plan.ts';
import type { Random } from './random.ts';
import { drawAttempts } from './retries.ts';

/** One attempt of one call as it happened, all times in microseconds; not yet as anybody saw it. */
export type Happening = {
  call: Call;
  failed: boolean;
  /** 0 for the first attempt */
  resend: number;
  /** between the attempt before and this one */
  waited: number;
  /** on the network, there and back */
  wire: number;
  /** at the callee, what it waits for included */
  work: number;
  /** what the callee calls, one after the other; for a topic, who reads from it */
  calls: Happening[];
};

export type Circumstances = { visit: number; pace: Pace; random: Random };

/** How long the caller is busy with this call. */
export const callersMicros = ({ waited, wire, work }: Happening) =>
  waited + wire + work;

export function happen(options: {
  plan: Plan;
  failed: boolean;
  resend?: number;
  around: Circumstances;
}): Happening {
  const { plan, failed, resend = 0, around } = options;
  const { call } = plan;
  const { pace, random } = around;
  const own = drawMicros(plan.own, pace, random);
  const calls = callsBelow(plan, failed, around);
  // Whoever calls waits for the answer; a topic waits for nobody.
  const waiting = isTopic(call)
    ? 0
    : calls.reduce((sum, below) => sum + callersMicros(below), 0);
  return {
    call,
    failed,
    resend,
    waited: resend > 0 ? 1000 * (call.retry?.gapMs ?? 0) : 0,
    wire: 200 + random.below(300),
    work: own + waiting,
    calls,
  };
}

/** The one call that is to blame for the parent's failure, if it is not the parent itself. */
function findCulprit(plan: Plan, random: Random): Plan | undefined {
  let left = random.next();
  return plan.calls.find(({ blame }) => {
    left -= blame;
    return left < 0;
  });
}

function callsBelow(
  plan: Plan,
  failed: boolean,
  around: Circumstances,
): Happening[] {
  const { visit, random } = around;
  const culprit = failed ? findCulprit(plan, random) : undefined;
  return plan.calls.flatMap(below => {
    const [share, times] = below.strides;
    const count = callsAt(share, visit) * callsAt(times, visit);
    const guilty = below === culprit ? random.below(count) : -1;
    const refused = below.call.refused ?? false;
    return Array.from({ length: count }, (_, i) =>
      attempts({
        plan: below,
        failed: i === guilty || random.next() < below.mishap || refused,
        around,
      }),
    ).flat();
  });
}

/** One call with its retries: all but the last attempt fail. */
function attempts(options: {
  plan: Plan;
  failed: boolean;
  around: Circumstances;
}): Happening[] {
  const { plan, failed, around } = options;
  const count = drawAttempts(plan.call, failed, around.random);
  return Array.from({ length: count }, (_, resend) =>
    happen({ plan, failed: failed || resend < count - 1, resend, around }),
  );
}

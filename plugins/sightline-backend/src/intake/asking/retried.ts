import { Clock } from '../../platform/clock';
import { wait } from '../../platform/resilience/waiting';
import { BackoffSettings, waitBeforeNextTry } from '../engine/backoff';
import { Ask } from './Ask';

export type RetriedOptions = {
  settings: BackoffSettings;
  clock: Clock;
  /** 0 inclusive to 1 exclusive */
  random: () => number;
};

/**
 * Asks again what may succeed the next time, with growing, jittered pauses, for
 * as long as the deadline allows. What cannot be waited for is handed outwards
 * with its `after`, for the schedule to respect.
 */
export const retried =
  (ask: Ask, { settings, clock, random }: RetriedOptions): Ask =>
  async (question, context) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await ask(question, context);
      if (answer.outcome !== 'retry' || context.signal.aborted) {
        return answer;
      }
      const pause = waitBeforeNextTry(settings, {
        attempt,
        remaining: context.deadline - clock(),
        after: answer.after,
        chance: random(),
      });
      if (pause === undefined) {
        return answer;
      }
      await wait(pause, context.signal);
      // A timer may go off a little late.
      if (context.signal.aborted || clock() >= context.deadline) {
        return answer;
      }
    }
  };

import { setTimeout } from 'node:timers/promises';

/** Time as the town's machinery needs it; tests bring their own. */
export type Clock = {
  nowMicros(): number;
  /** ends early, without complaint, when the signal says so */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  nowMicros: () => Date.now() * 1000,
  sleep: (ms, signal) =>
    setTimeout(ms, undefined, { signal }).catch(() => undefined),
};

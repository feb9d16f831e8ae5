import { percentile } from './statistics';

export type LoopWaits = {
  /** milliseconds that something waits for the event loop, whenever it comes */
  p50: number;
  p99: number;
  longest: number;
  /**
   * milliseconds of work in the longest turn: the same on a machine that has
   * other things to do; `undefined` where Node cannot tell
   */
  longestWork?: number;
};

const every = 2;

/** Milliseconds that this thread has worked. */
const worked = () => {
  const { user, system } = process.threadCpuUsage?.() ?? { user: 0, system: 0 };
  return (user + system) / 1000;
};

/**
 * Asks every two milliseconds how late it is. While the loop is held nobody
 * asks, so the moments that passed are made up for: one that was held for 100 ms
 * kept fifty waiting, and not one.
 */
export const startEventLoopProbe = () => {
  let waits: number[] = [0];
  let longestWork = 0;
  let due = performance.now() + every;
  let before = worked();
  const ask = () => {
    const now = performance.now();
    for (; due <= now; due += every) waits.push(now - due);
    const after = worked();
    longestWork = Math.max(longestWork, after - before);
    before = after;
    setTimeout(ask, due - now).unref();
  };
  ask();
  return {
    /** what was seen since it was last taken */
    take: (): LoopWaits => {
      const seen = waits;
      const work = longestWork || undefined;
      waits = [0];
      longestWork = 0;
      return {
        p50: percentile(seen, 0.5),
        p99: percentile(seen, 0.99),
        longest: percentile(seen, 1),
        longestWork: work,
      };
    },
  };
};

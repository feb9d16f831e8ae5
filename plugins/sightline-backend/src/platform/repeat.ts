import { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as wait } from 'node:timers/promises';

export type Repeated = {
  name: string;
  every: number;
  run(signal: AbortSignal): Promise<unknown>;
};

/**
 * Runs each piece of work over and over, one round at a time, until stopped. A
 * round that fails is logged and tried again later, more rarely up to a minute.
 */
export const repeat = (works: readonly Repeated[], logger: LoggerService) => {
  const stop = new AbortController();
  const { signal } = stop;

  const keepOn = async ({ name, every, run }: Repeated) => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await run(signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!signal.aborted) {
          logger.warn(`${name} failed and will be tried again: ${error}`);
        }
      }
      const pause = Math.min(60_000, every * 2 ** Math.min(failures, 10));
      await wait(Math.max(every, pause), undefined, {
        signal,
        ref: false,
      }).catch(() => {});
    }
  };

  const running = works.map(keepOn);
  return async () => {
    stop.abort();
    await Promise.all(running);
  };
};

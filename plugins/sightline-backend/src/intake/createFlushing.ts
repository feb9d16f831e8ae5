import { LoggerService } from '@backstage/backend-plugin-api';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { wait } from '../platform/resilience/waiting';
import { Runner } from './running/Runner';

/** Writes down, every few seconds, what the runners keep in memory. */
export const createFlushing = (options: {
  runners: readonly Runner[];
  every?: Millis;
  logger: LoggerService;
}) => {
  const { runners, every = 5000, logger } = options;
  const stopped = new AbortController();
  let whole: Promise<void> | undefined;

  const flushAll = async () => {
    const ends = await Promise.allSettled(
      runners.map(runner => runner.flush()),
    );
    for (const end of ends) {
      if (end.status === 'rejected') {
        logger.warn(
          `The state of a source was not written down: ${end.reason}`,
        );
      }
    }
  };

  const repeat = async () => {
    while (!stopped.signal.aborted) {
      await wait(every, stopped.signal);
      await flushAll();
    }
  };

  return {
    start() {
      whole ??= repeat();
    },
    /** once more, then no more */
    async stop() {
      stopped.abort();
      await whole;
    },
  };
};

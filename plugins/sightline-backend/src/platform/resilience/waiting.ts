import { Millis } from '@sightline/backstage-plugin-sightline-common';

// setTimeout takes a wait above 2^31-1 ms for "at once".
export const longestTimer: Millis = 2 ** 31 - 1;

/** Waits, or ends early when the signal is aborted; leaves neither timer nor listener behind. */
export const wait = (ms: Millis, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    let timer: NodeJS.Timeout | undefined = undefined;
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    timer = setTimeout(end, Math.min(Math.max(0, ms), longestTimer));
    signal.addEventListener('abort', end, { once: true });
  });

/** Settles with the work or, as `undefined`, as soon as the signal is aborted. */
export const untilAborted = async <T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> => {
  let stop = () => {};
  const aborted = new Promise<undefined>(resolve => {
    stop = () => resolve(undefined);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

import { Millis } from '@sightline/backstage-plugin-sightline-common';

/** How long everything takes or waits. */
export type Timing = {
  /** an answer, or a piece of it, must come within this */
  silence: Millis;
  /** as `silence`, of a stream: bookmarks come about every minute */
  streamSilence: Millis;
  /** how long the server is asked to keep a stream open */
  lasts: Millis;
  /** the first wait before trying again; it doubles each time */
  firstWait: Millis;
  mostWait: Millis;
  /** after which a type that was forbidden or missing is tried again */
  lookAgain: Millis;
  /** how long changes are gathered before they are told */
  gather: Millis;
  /** how often everything is told anew */
  wholeEvery: Millis;
  /** how often it is told that a cluster is there, though nothing happens in it */
  stillEvery: Millis;
  /** for how long a stream in which nothing comes counts as heard */
  heardFor: Millis;
};

export const usualTiming: Timing = {
  silence: 30_000,
  streamSilence: 150_000,
  lasts: 290_000,
  firstWait: 500,
  mostWait: 30_000,
  lookAgain: 600_000,
  gather: 300,
  wholeEvery: 900_000,
  stillEvery: 60_000,
  // A little longer than a stream lasts: servers need not send bookmarks.
  heardFor: 300_000,
};

/** With full jitter, so that many who were cut off together do not come back together. */
export const waitAfter = (
  failures: number,
  { firstWait, mostWait }: Timing,
  random: number,
): Millis =>
  Math.round(
    Math.min(mostWait, firstWait * 2 ** Math.min(failures, 20)) * random,
  );

/** Resolves after a while, or at once when it is cut off. */
export const pause = (ms: Millis, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });

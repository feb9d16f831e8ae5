import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { useSyncExternalStore } from 'react';

const TICK: Millis = 10_000;

const watchers = new Set<() => void>();
let now: Instant = 0;
let timer: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  if (document.visibilityState === 'hidden') {
    return;
  }
  now = Date.now();
  watchers.forEach(watcher => watcher());
};

function watch(watcher: () => void) {
  if (watchers.size === 0) {
    now = Date.now();
    timer = setInterval(tick, TICK);
    document.addEventListener('visibilitychange', tick);
  }
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) {
      clearInterval(timer);
      timer = undefined;
      document.removeEventListener('visibilitychange', tick);
    }
  };
}

// The first render comes before the first watcher, when `now` may be old. Two
// reads in one render must agree, so it moves in whole steps.
const read = () => {
  if (timer === undefined && Date.now() - now > 1_000) {
    now = Date.now();
  }
  return now;
};

/** The time, to ten seconds, from one timer that all ages on the page share. */
export const useNow = (): Instant => useSyncExternalStore(watch, read);

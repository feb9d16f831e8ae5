import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { useEffect, useRef } from 'react';

/** Switching windows back and forth is no reason to ask each time. */
const RESTED: Millis = 5_000;

type Revisit = {
  /** ask again after this long; 0 or undefined: only when the reader comes back */
  every?: Millis;
  onRevisit: () => void;
};

/** Calls back on an interval and when the reader returns; never while nobody looks. */
export function useRevisit({ every, onRevisit }: Revisit) {
  const callback = useRef(onRevisit);
  callback.current = onRevisit;

  useEffect(() => {
    let last = Date.now();
    const visit = () => {
      last = Date.now();
      callback.current();
    };
    const back = () => {
      const rested = Date.now() - last >= RESTED;
      if (rested && document.visibilityState !== 'hidden') {
        visit();
      }
    };
    const timer = every
      ? setInterval(
          () => document.visibilityState !== 'hidden' && visit(),
          every,
        )
      : undefined;
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, [every]);
}

import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { wait } from '../../platform/resilience/waiting';

export type StaleWhileRevalidateOptions<Q, A> = {
  /** the last answer there is, however old */
  last: (question: Q) => Promise<A | undefined>;
  /** for how long somebody waits for a new one when there is an old one */
  patience: Millis;
  /** the new answer failed when nobody waited any more */
  onError: (error: unknown) => void;
};

/**
 * Asks, but keeps nobody waiting: when the new answer takes longer than
 * `patience`, the last one is given and asking goes on behind the scenes. With
 * no last answer there is nothing to do but wait.
 */
export const staleWhileRevalidate =
  <Q, A>(
    ask: (question: Q) => Promise<A>,
    { last, patience, onError }: StaleWhileRevalidateOptions<Q, A>,
  ) =>
  async (question: Q): Promise<A> => {
    const asked = ask(question);
    const over = new AbortController();
    try {
      const inTime = await Promise.race([
        asked.then(answer => ({ answer })),
        wait(patience, over.signal),
      ]);
      if (inTime) {
        return inTime.answer;
      }
      const known = await last(question);
      if (known === undefined) {
        return await asked;
      }
      asked.catch(onError);
      return known;
    } finally {
      over.abort();
    }
  };

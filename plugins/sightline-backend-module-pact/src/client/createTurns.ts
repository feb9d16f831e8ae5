import { Outcome, retry } from '@sightline/backstage-plugin-sightline-node';

export type TurnsOptions = {
  atOnce: number;
  /** who comes when so many wait is sent away */
  waitingAtMost: number;
};

/**
 * Lets at most so many ask at the same time; the others wait for their turn, in
 * their order. Whoever gives up leaves the queue.
 */
export const createTurns = ({ atOnce, waitingAtMost }: TurnsOptions) => {
  const waiting: (() => void)[] = [];
  let busy = 0;

  const myTurn = (signal: AbortSignal) =>
    new Promise<boolean>(resolve => {
      const begin = () => {
        signal.removeEventListener('abort', leave);
        busy += 1;
        resolve(true);
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        resolve(false);
      };
      if (busy < atOnce) {
        begin();
        return;
      }
      waiting.push(begin);
      signal.addEventListener('abort', leave, { once: true });
    });

  return async <T>(
    signal: AbortSignal,
    ask: () => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    if (busy >= atOnce && waiting.length >= waitingAtMost) return tooMany;
    if (signal.aborted || !(await myTurn(signal))) return gaveUp;
    try {
      return await ask();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
};

const tooMany = retry({
  kind: 'rate-limited',
  words: 'Too many questions to this broker are waiting already',
});

const gaveUp = retry({
  kind: 'timeout',
  words: 'Nobody waited any more before it was this question’s turn',
});

import { retry } from '@sightline/backstage-plugin-sightline-node';
import { untilAborted } from '../../platform/resilience/waiting';
import { Ask } from './Ask';

/**
 * At most `concurrency` questions of one source at a time; the others wait for
 * a place, and stop waiting when they are aborted. Each source has its own, so
 * a slow one takes no place away from any other.
 */
export const bulkheaded = (ask: Ask, concurrency: number): Ask => {
  const waiting: (() => void)[] = [];
  let free = concurrency;

  const enter = async (signal: AbortSignal): Promise<boolean> => {
    if (free > 0) {
      free -= 1;
      return true;
    }
    let come = () => {};
    const place = new Promise<boolean>(resolve => {
      come = () => resolve(true);
    });
    waiting.push(come);
    if (await untilAborted(place, signal)) {
      return true;
    }
    const at = waiting.indexOf(come);
    // Called in the very moment of the abort: the place goes to the next one.
    if (at < 0) leave();
    else waiting.splice(at, 1);
    return false;
  };

  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return async (question, context) => {
    if (!(await enter(context.signal))) {
      return retry({
        kind: 'timeout',
        words: `Stopped while waiting for one of ${concurrency} places`,
      });
    }
    try {
      return await ask(question, context);
    } finally {
      leave();
    }
  };
};

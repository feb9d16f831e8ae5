import { breathe } from './chunks';

/** Longer than this nobody is kept waiting; the portal's promise is 20 ms. */
const turn = 8;

/**
 * Runs long work without keeping the thread to itself. The work stops at each
 * `yield`, where others have a turn when this one was long enough; so pure
 * functions of a whole fleet stay pure, and stay one function.
 */
export const inTurns = async <T>(work: Generator<void, T>): Promise<T> => {
  let began = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - began >= turn) {
      await breathe();
      began = performance.now();
    }
  }
};

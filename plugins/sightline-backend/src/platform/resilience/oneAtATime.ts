/**
 * A line of one counter: what is given to `run` is done in order, one at a
 * time. At most `places` may wait; whoever finds the line full is told so at
 * once, with `undefined` instead of a promise.
 */
export const oneAtATime = (places: number) => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    run<T>(work: () => Promise<T>): Promise<T> | undefined {
      if (waiting >= places) {
        return undefined;
      }
      waiting += 1;
      const done = last.then(work).finally(() => {
        waiting -= 1;
      });
      last = done.catch(() => {});
      return done;
    },
    /** resolves when everybody who stands in line now has been served */
    idle: (): Promise<unknown> => last,
  };
};

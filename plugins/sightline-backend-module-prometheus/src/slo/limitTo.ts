/** Runs at most so many at once; the others wait for their turn, in their order. */
export const limitTo = (atMost: number) => {
  const waiting: (() => void)[] = [];
  let free = atMost;

  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>(resolve => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

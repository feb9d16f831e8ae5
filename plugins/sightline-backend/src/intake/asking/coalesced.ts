/**
 * Shares what is under way: who asks the same while the answer is being fetched
 * gets that answer. The first one's signal decides; the others only wait.
 */
export const coalesced = <Q, A, R extends unknown[]>(
  ask: (question: Q, ...rest: R) => Promise<A>,
  keyOf: (question: Q) => string,
) => {
  const underWay = new Map<string, Promise<A>>();
  return (question: Q, ...rest: R): Promise<A> => {
    const key = keyOf(question);
    const shared = underWay.get(key);
    if (shared) {
      return shared;
    }
    const asked = ask(question, ...rest).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
};

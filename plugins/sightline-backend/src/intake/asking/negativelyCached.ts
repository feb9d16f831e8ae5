import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

export type NegativelyCachedOptions<Q, A> = {
  keyOf: (question: Q) => string;
  /** for how long a bad answer is given again without asking */
  lasts: (question: Q) => Millis;
  isBad: (answer: A) => boolean;
  now: () => Instant;
  /** bad answers kept at most; the oldest goes first */
  cap?: number;
};

/** Whoever asks again right after a failure gets that failure, not another try. */
export const negativelyCached = <Q, A, R extends unknown[]>(
  ask: (question: Q, ...rest: R) => Promise<A>,
  options: NegativelyCachedOptions<Q, A>,
) => {
  const { keyOf, lasts, isBad, now, cap = 1000 } = options;
  const bad = new Map<string, { answer: A; at: Instant }>();
  return async (question: Q, ...rest: R): Promise<A> => {
    const key = keyOf(question);
    const known = bad.get(key);
    const age = known ? now() - known.at : 0;
    // A negative age means that the clock was set back: ask.
    if (known && age >= 0 && age < lasts(question)) {
      return known.answer;
    }
    bad.delete(key);
    const answer = await ask(question, ...rest);
    if (isBad(answer)) {
      bad.set(key, { answer, at: now() });
      if (bad.size > cap) bad.delete(bad.keys().next().value!);
    }
    return answer;
  };
};

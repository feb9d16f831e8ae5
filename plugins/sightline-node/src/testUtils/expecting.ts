import { faultKinds } from '@sightline/backstage-plugin-sightline-common';
import { Outcome } from '../source/Outcome';

/** Fails a promise with words that tell the author what to do. */
export function expecting(holds: boolean, words: string): asserts holds {
  if (!holds) {
    throw new Error(words);
  }
}

/** Settles with the work, or says after `wait` ms that it did not. */
export const within = async <T>(
  wait: number,
  work: Promise<T>,
  words: string,
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(words)), wait);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Turns a throw into a broken promise with words, and checks the outcome's form. */
export const withoutThrowing = async <T>(
  ask: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  let answer: Outcome<T>;
  try {
    answer = await ask();
  } catch (error) {
    throw new Error(
      `the source threw (${error}); failures of the outside are outcomes: return retry(…) or failed(…)`,
    );
  }
  expecting(
    ['ok', 'retry', 'failed'].includes(answer?.outcome),
    `the source answered ${JSON.stringify(answer)}, which is no Outcome`,
  );
  if (answer.outcome !== 'ok') {
    const { kind, words } = answer.fault ?? {};
    expecting(
      faultKinds.includes(kind) && typeof words === 'string' && words !== '',
      `a fault needs a known kind and words, not ${JSON.stringify(
        answer.fault,
      )}`,
    );
  }
  return answer;
};

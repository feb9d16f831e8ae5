/** One answered request, from the moment it was due: waiting in line counts. */
export type Sample = { ms: number; ok: boolean };

/**
 * Open loop: requests leave on the beat whether or not earlier ones were
 * answered, as people do. A closed loop would slow down with the server and
 * hide its worst moments.
 */
export const load = async (options: {
  perSecond: number;
  seconds: number;
  ask: (n: number) => Promise<boolean>;
}): Promise<Sample[]> => {
  const { perSecond, seconds, ask } = options;
  const gap = 1000 / perSecond;
  const begun = performance.now();
  const answers: Promise<Sample>[] = [];

  for (let n = 0; n < perSecond * seconds; n++) {
    const due = begun + n * gap;
    const wait = due - performance.now();
    if (wait > 0) {
      await new Promise(resolve => setTimeout(resolve, wait));
    }
    answers.push(
      ask(n).then(
        ok => ({ ms: performance.now() - due, ok }),
        () => ({ ms: performance.now() - due, ok: false }),
      ),
    );
  }
  return Promise.all(answers);
};

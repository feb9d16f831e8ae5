import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

type Kept<T> = { value: Promise<T>; at: Instant; took?: Millis };

/** What takes no longer is waited for; what takes longer is answered from before. */
const patience: Millis = 250;
/** Share of time that reading again may take, however large the fleet: a twentieth. */
const rest = 20;

/**
 * Keeps what is dear to read, and reads it again no more often than it can be
 * afforded. All who ask at once share one reading.
 *
 * ```
 *   read ──▶ kept ──────────────────▶ read again: waited for if it is quick,
 *            everyone gets this       else the old one is good until the new one came
 *            └ `atLeast`, or 20 × what reading took
 * ```
 */
export const keptFresh = <T>(options: {
  read(): Promise<T>;
  clock(): Instant;
  atLeast: Millis;
}) => {
  const { read, clock, atLeast } = options;
  let kept: Kept<T> | undefined;
  let coming: Kept<T> | undefined;

  const begin = () => {
    const began = performance.now();
    const reading: Kept<T> = { at: clock(), value: read() };
    coming = reading;
    reading.value.then(
      () => {
        reading.took = performance.now() - began;
        kept = reading;
        coming = undefined;
      },
      () => {
        coming = undefined;
      },
    );
    return reading.value;
  };

  return {
    get(): Promise<T> {
      const age = kept ? clock() - kept.at : Infinity;
      const took = kept?.took ?? 0;
      if (kept && age < Math.max(atLeast, took * rest)) return kept.value;
      const reading = coming?.value ?? begin();
      return kept && took > patience ? kept.value : reading;
    },
  };
};

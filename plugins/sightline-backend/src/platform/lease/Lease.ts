import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { untilAborted, wait } from '../resilience/waiting';

export type LeaseOptions = {
  database: Knex;
  /** what only one replica may do at a time */
  name: string;
  /** a holder that has not renewed for this long has lost it */
  lasts?: Millis;
  /** milliseconds that only ever grow; for tests */
  elapsed?: () => Millis;
  onError?: (error: unknown) => void;
};

type Row = { holder: string | null; beat: number | string };

const defaultLasts: Millis = 12_000;

/**
 * One replica at a time, without comparing anybody's clock with anybody else's:
 *
 * ```
 *   holder    beat 1 ── beat 2 ── beat 3 ✝
 *   rival     sees 1    sees 2    sees 3 … still 3 after `lasts` by its own
 *                                        stopwatch → takes it with beat 4
 * ```
 *
 * The holder beats four times in `lasts` and gives up by itself when no beat
 * got through for three quarters of it: it has stopped before a rival begins.
 * Clocks that run ahead, behind or backwards make no difference.
 */
export const createLease = (options: LeaseOptions) => {
  const { database, name, lasts = defaultLasts, onError = () => {} } = options;
  const elapsed = options.elapsed ?? (() => performance.now());
  const holder = randomUUID();
  const beatEvery = lasts / 4;
  let seen: { beat: number; at: Millis } | undefined;

  const table = () => database('intake_lease').where({ name });

  const swap = async (beat: number, by: string | null): Promise<boolean> =>
    (await table()
      .where({ beat })
      .update({ beat: beat + 1, holder: by })) === 1;

  /** The beat we hold it by, or `undefined` while somebody else does. */
  const tryToTake = async (): Promise<number | undefined> => {
    await database('intake_lease')
      .insert({ name, holder: null, beat: 0 })
      .onConflict('name')
      .ignore();
    const row: Row | undefined = await table().first('holder', 'beat');
    const beat = Number(row?.beat ?? 0);
    if (!seen || seen.beat !== beat) {
      seen = { beat, at: elapsed() };
    }
    const free = !row?.holder || elapsed() - seen.at >= lasts;
    return free && (await swap(beat, holder)) ? beat + 1 : undefined;
  };

  const keep = async (taken: number, signal: AbortSignal): Promise<number> => {
    let beat = taken;
    let renewedAt = elapsed();
    for (;;) {
      await wait(beatEvery, signal);
      if (signal.aborted) return beat;
      // A database that hangs must not keep us believing that we hold it.
      const patience = AbortSignal.timeout(beatEvery);
      const renewed = await untilAborted(
        swap(beat, holder).catch(onError),
        patience,
      );
      if (renewed === false) return -1;
      if (renewed) {
        beat += 1;
        renewedAt = elapsed();
      }
      if (elapsed() - renewedAt >= beatEvery * 3) return beat;
    }
  };

  /** Does `work` while holding the lease; its signal is aborted when the lease is lost. */
  const holdFor = async (
    taken: number,
    signal: AbortSignal,
    work: (held: AbortSignal) => Promise<void>,
  ) => {
    const lost = new AbortController();
    const done = new AbortController();
    const keeping = keep(taken, AbortSignal.any([signal, done.signal])).finally(
      () => lost.abort(),
    );
    try {
      await work(AbortSignal.any([signal, lost.signal]));
    } finally {
      done.abort();
      const beat = await keeping;
      // Hands it back, so that the next one need not wait for it to run out.
      await swap(beat, null).catch(onError);
    }
  };

  return {
    /** Waits for the lease and does `work` under it, again and again until the signal is aborted. */
    async run(
      signal: AbortSignal,
      work: (held: AbortSignal) => Promise<void>,
    ): Promise<void> {
      while (!signal.aborted) {
        try {
          const taken = await tryToTake();
          if (taken !== undefined) await holdFor(taken, signal, work);
        } catch (error) {
          onError(error);
        }
        await wait(beatEvery, signal);
      }
    },
  };
};

export type Lease = ReturnType<typeof createLease>;

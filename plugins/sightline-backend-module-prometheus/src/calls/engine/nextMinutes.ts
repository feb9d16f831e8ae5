import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/** How far this process has come with telling minutes. */
export type Progress = {
  /** the first minute that the last good round told for the first time */
  since?: Instant;
  /** minutes before this were told, or given up */
  toldUpTo?: Instant;
  attemptedAt?: Instant;
};

export type NextMinutesOptions = {
  now: Instant;
  progress: Progress;
  /** when a round was good the last time, on whichever replica */
  lastGood?: Instant;
  /** how old a minute must be to be asked about: samples take time to arrive */
  settle: Millis;
  /** how far back minutes are made up for */
  catchUp: Millis;
};

export type NextMinutes = {
  /** their beginnings, oldest first */
  minutes: Instant[];
  /** minutes nobody has asked about and nobody will */
  missed: number;
  /** what becomes of the progress when they are told */
  told: Progress;
  /** … and when they could not be */
  notTold: Progress;
};

const minute = 60_000;
const beginOf = (at: Instant) => Math.floor(at / minute) * minute;
/** A turn longer ago was not the last one: another replica has had it. */
const myTurn = 5 * minute;

/**
 * The minutes to ask about now.
 *
 * ```
 *   ──┬──────┬──────┬──────┬──────┬──────┬──────┬──▶
 *     given  │ catch up      ▲ told │ new  │ settling
 *     up     │               └ since: told once more
 * ```
 *
 * What the last good round told is told once more: nobody said that it was kept.
 * A process that does not know how far it has come, because it is new or another
 * replica had its turns, tells all it may catch up with. Neither counts anything
 * twice: whoever keeps reports knows them by their numbers.
 */
export const nextMinutes = (options: NextMinutesOptions): NextMinutes => {
  const { now, progress, lastGood, settle, catchUp } = options;
  const end = beginOf(now - settle);
  const oldest = end - Math.ceil(catchUp / minute) * minute;
  const knownUpTo = latest(
    progress.toldUpTo,
    isMine(progress, now) || lastGood === undefined
      ? undefined
      : beginOf(lastGood - settle),
  );
  const missed = Math.max(0, (oldest - (knownUpTo ?? oldest)) / minute);

  const from = Math.max(oldest, progress.since ?? oldest);
  const minutes: Instant[] = [];
  for (let at = from; at < end; at += minute) minutes.push(at);

  const firstNew = Math.max(from, progress.toldUpTo ?? from);
  return {
    minutes,
    missed,
    told: {
      since: firstNew < end ? firstNew : progress.since,
      toldUpTo: latest(progress.toldUpTo, end),
      attemptedAt: now,
    },
    notTold: {
      ...progress,
      ...(missed > 0 && { toldUpTo: oldest }),
      attemptedAt: now,
    },
  };
};

const isMine = ({ attemptedAt }: Progress, now: Instant) =>
  attemptedAt !== undefined && now - attemptedAt <= myTurn;

const latest = (a: Instant | undefined, b: Instant | undefined) =>
  a === undefined || b === undefined ? a ?? b : Math.max(a, b);

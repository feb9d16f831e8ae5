import {
  AlertSeverity,
  alertSeverities,
  BurnPair,
  Instant,
  IsoTime,
  ObjectiveStatus,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { isAbove } from './burnPairs';

/** What an alert must remember from one measurement to the next. */
export type AlertMemory = {
  alert?: ObjectiveStatus['alert'];
  /** it burns no longer too fast, and may be over */
  quietSince?: IsoTime;
  /** when it was last known whether it goes on */
  heardAt?: IsoTime;
};

/**
 * Begins at once, ends late:
 *
 * ```
 *              both windows of a pair above
 *     none ─────────────────────────────────▶ alert ◀──┐ above again, or only
 *       ▲                                       │      │ one window is
 *       │       all short windows below         ▼      │
 *       └───────────── for a while ─────────  quiet ───┘
 * ```
 *
 * An alert that comes and goes with each measurement wakes people twice for one
 * fault, so it must have been quiet for as long as the shortest of its short
 * windows: then nothing in that window is from before it fell quiet.
 *
 * What is not known neither begins nor ends it, except that after its longest
 * window without any word nobody can say that it still burns. Times are those of
 * measurements: to judge the same one twice changes nothing.
 */
export const nextAlert = (
  before: AlertMemory,
  burns: readonly BurnPair[],
  at: Instant,
): AlertMemory => {
  const fires = worstOf(burns);
  const { alert } = before;
  if (fires && !isWorse(alert?.severity, fires)) {
    return goesOn(before, fires, at);
  }
  if (!alert) return {};
  const own = burns.filter(({ severity }) => severity === alert.severity);
  const isOver = own.length === 0 || hasEnded(before, own, at);
  if (!isOver) return lives(before, own, at);
  // It eases to a severity that still fires, or ends.
  return fires ? goesOn(before, fires, at) : {};
};

/** None of its pairs fires; is it over? */
const hasEnded = (
  { quietSince, heardAt, alert }: AlertMemory,
  own: readonly BurnPair[],
  at: Instant,
): boolean => {
  const heard = hear(own);
  if (heard === 'quiet' && quietSince !== undefined) {
    return at - instantOf(quietSince) >= quietFor(own);
  }
  const last = heardAt ?? alert?.since ?? '';
  const longest = Math.max(...own.map(({ long }) => long.window));
  return heard === 'unknown' && at - instantOf(last) > longest;
};

const lives = (
  { alert, quietSince, heardAt }: AlertMemory,
  own: readonly BurnPair[],
  at: Instant,
): AlertMemory => {
  const now = toIso(at);
  switch (hear(own)) {
    case 'burning':
      return { alert, heardAt: now };
    case 'quiet':
      return { alert, quietSince: quietSince ?? now, heardAt: now };
    default:
      // Whatever was quiet before must be heard to be quiet anew.
      return { alert, ...(heardAt !== undefined && { heardAt }) };
  }
};

const goesOn = (
  { alert }: AlertMemory,
  severity: AlertSeverity,
  at: Instant,
): AlertMemory => ({
  alert: { severity, since: alert?.since ?? toIso(at) },
  heardAt: toIso(at),
});

const worstOf = (burns: readonly BurnPair[]): AlertSeverity | undefined =>
  alertSeverities.find(severity =>
    burns.some(pair => pair.firing && pair.severity === severity),
  );

const isWorse = (one: AlertSeverity | undefined, other: AlertSeverity) =>
  one !== undefined &&
  alertSeverities.indexOf(one) < alertSeverities.indexOf(other);

/**
 * A pair without enough events says nothing, and one with enough speaks for it:
 * it looks back further. Missing data may hide anything, so nothing speaks for them.
 */
const hear = (pairs: readonly BurnPair[]): 'burning' | 'quiet' | 'unknown' => {
  const isBurning = pairs.some(({ short, threshold }) =>
    isAbove(short.burn, threshold),
  );
  if (isBurning) return 'burning';
  const isMissing = pairs.some(
    ({ short: { burn } }) =>
      'unknown' in burn && burn.unknown.reason !== 'too-few-events',
  );
  const isHeard = pairs.some(({ short }) => 'rate' in short.burn);
  return isHeard && !isMissing ? 'quiet' : 'unknown';
};

const quietFor = (pairs: readonly BurnPair[]) =>
  Math.min(...pairs.map(({ short }) => short.window));

// A time that cannot be read is one of long ago: what hangs on it ends.
const instantOf = (time: IsoTime): Instant => toInstant(time) ?? 0;

/** What an alert fires for: the burn of the fastest pair of its severity that does. */
export const alarmingBurn = (
  burns: readonly BurnPair[],
  { alert }: AlertMemory,
): number | undefined => {
  const firing = burns.find(
    ({ severity, firing: fires }) => fires && severity === alert?.severity,
  );
  return firing && 'rate' in firing.long.burn
    ? firing.long.burn.rate
    : undefined;
};

import { Instant, toInstant } from '../units/time';
import { localClock } from './localClock';
import type { OnCallLevel, OnCallState } from './model';

/** Whom people mean when they ask who is on call. */
const FIRST = 1;

const firstOf = (levels: readonly OnCallLevel[]) =>
  levels.find(({ level }) => level === FIRST);

/**
 * What the levels come to. Where the first one has nobody, or is not there at all,
 * it is a gap, whoever is on the others. That nobody knows is for those to say who
 * know more than levels.
 * @public
 */
export const stateOf = (levels: readonly OnCallLevel[]): OnCallState => {
  const first = firstOf(levels);
  if (first && first.responders.length > 0) return 'covered';
  const never = levels.every(
    ({ responders, gap }) =>
      responders.length === 0 && gap?.reason === 'nobody-in-it',
  );
  return never ? 'nobody' : 'gap';
};

const names = ({ responders, beyond }: OnCallLevel): string => {
  const all = responders.map(({ name }) => name);
  if (beyond) all.push(`${beyond} more`);
  return all.length > 1
    ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
    : all[0];
};

type Seen = { at: Instant; timeZone: string };

const until = (iso: string | undefined, seen: Seen): string => {
  const end = toInstant(iso ?? '');
  return end === undefined ? '' : ` until ${localClock(end, seen)}`;
};

const covered = (first: OnCallLevel, seen: Seen): string => {
  const { responders, beyond = 0 } = first;
  const verb = responders.length + beyond > 1 ? 'are' : 'is';
  const [earliest] = responders.flatMap(one => one.until ?? []).sort();
  return `${names(first)} ${verb} on call${until(earliest, seen)}`;
};

/** People of later levels are those who come later, never those on call. */
const later = (levels: readonly OnCallLevel[]): string => {
  const next = [...levels]
    .sort((a, b) => a.level - b.level)
    .find(({ level, responders }) => level > FIRST && responders.length > 0);
  return next ? `; ${names(next)} would be asked as level ${next.level}` : '';
};

/**
 * What is to be read first, in one sentence. A gap of the first level is said
 * before anybody of a later one is named.
 *
 * @example "Nobody is on call until 06:00 UTC; Ana Marković would be asked as level 3"
 * @public
 */
export const headline = (
  levels: readonly OnCallLevel[],
  seen: { at: Instant; timeZone: string },
): string => {
  const first = firstOf(levels);
  const state = stateOf(levels);
  if (state === 'nobody') return 'Nobody is on call, now or later';
  if (first && state === 'covered') return covered(first, seen);
  const gap = first?.gap;
  const why =
    gap?.reason === 'unknown-user'
      ? ', as the one who should be is unknown'
      : '';
  const ends = until(gap?.until, seen);
  return `Nobody is on call${ends}${why}${later(levels)}`;
};

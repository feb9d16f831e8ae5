import {
  Instant,
  LookupSnapshot,
  Millis,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';

const SECOND: Millis = 1_000;
const MINUTE = 60 * SECOND;

/** Without a round for so long nobody is in step any more. */
const liveFor = MINUTE;

/** @example `12 minutes`, `1 hour` */
const lengthInWords = (length: Millis): string => {
  const [count, unit] =
    length < 90 * MINUTE
      ? [Math.max(1, Math.round(length / MINUTE)), 'minute']
      : [Math.round(length / (60 * MINUTE)), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** How old what is in memory is, in words. */
export const snapshotOf = (
  kept: {
    at?: Instant;
    fault?: string;
    lost: number;
    services: number;
    clues: number;
  },
  now: Instant,
): LookupSnapshot => {
  const { at, fault, ...counts } = kept;
  const isAway = fault !== undefined;
  if (at === undefined) {
    const words = isAway
      ? 'Nothing is known yet: the database does not answer'
      : 'Nothing is known yet: services are being read';
    return { state: 'empty', words, ...counts };
  }
  const told = { at: toIso(at), ...counts };
  if (!isAway && now - at <= liveFor) {
    return { state: 'live', words: 'As of now', ...told };
  }
  const age = lengthInWords(now - at);
  const why = isAway
    ? 'the database does not answer'
    : 'nothing was read since';
  return { state: 'stale', words: `As of ${age} ago: ${why}`, ...told };
};

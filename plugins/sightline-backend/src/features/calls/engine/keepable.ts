import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import { longestKept } from './rollUp';

const longestWord = 400;
const hour = 3_600_000;

/** Whatever a program says about itself, a database must be able to hold. */
export const isKeepable = (word: string) =>
  word.length <= longestWord && !word.includes('\0');

export const isKeepableNode = ({ environment, namespace, name }: CallNode) =>
  [environment, namespace, name].every(isKeepable);

export const unkeepable = 'calls with names that are too long or contain NUL';

/** Why something said about this minute is not kept; undefined when it is. */
export const untimely = (minute: Instant, now: Instant): string | undefined => {
  if (minute > now + hour) return 'calls in the future';
  return minute < now - longestKept
    ? 'calls older than anything that is kept'
    : undefined;
};

/** Counts what will not be kept, by cause. */
export const countLost = (
  lost: Map<string, number>,
  cause: string,
  count: number,
) => lost.set(cause, (lost.get(cause) ?? 0) + count);

import { Unknown } from '@sightline/backstage-plugin-sightline-common';
import { unknownWords } from './unknownWords';

/**
 * What a reason says beyond the words that stand above it, or else what to do about it.
 *
 * @example below "No figures of orders": `No figures of orders. No series has {…}` → "No series has {…}"
 */
export const beyond = (
  words: string,
  { reason, detail = words }: Unknown,
): string => {
  const more = detail.startsWith(words)
    ? detail.slice(words.length).replace(/^\.?\s*/, '')
    : detail;
  return more || unknownWords[reason].todo;
};

import { CallMode } from '@sightline/backstage-plugin-sightline-common';

export const modeWords: Record<CallMode, string> = {
  sync: 'sync',
  async: 'async',
};

/** Several of a kind as one text; nothing was seen where there is none. */
export const listed = <T extends string>(
  all: T[],
  words: Record<T, string>,
): string => all.map(one => words[one]).join(', ') || '–';

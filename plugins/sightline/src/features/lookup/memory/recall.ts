import {
  LookupAnswer,
  LookupMatch,
} from '@sightline/backstage-plugin-sightline-common';
import { Remembered } from './LookupMemory';

const MOST = 10;

const plain = (text: string) => text.toLocaleLowerCase();

/** How well a match that was once shown fits other words; 0: not at all. */
const fits = ({ name, title, why }: LookupMatch, words: string): number => {
  const clues = [name, title, why.value].map(plain);
  if (clues.includes(words)) return 3;
  if (clues.some(clue => clue.startsWith(words))) return 2;
  return clues.some(clue => clue.includes(words)) ? 1 : 0;
};

/**
 * With the backend away, a question that was never asked may still be about a
 * service that was: looked for among all matches of the answers that are kept.
 * As old as the oldest of what it tells.
 */
export const recall = (
  answers: readonly Remembered<LookupAnswer>[],
  q: string,
): Remembered<LookupAnswer> | undefined => {
  const words = plain(q.trim());
  const found = new Map<
    string,
    { match: LookupMatch; fit: number; at: number }
  >();
  for (const { value, at } of answers) {
    for (const match of value.matches) {
      const fit = fits(match, words);
      if (fit > 0) found.set(match.service, { match, fit, at });
    }
  }
  const best = [...found.values()]
    .sort((a, b) => b.fit - a.fit || b.match.score - a.match.score)
    .slice(0, MOST);
  const [last] = answers.slice(-1);
  if (words === '' || best.length === 0 || !last) return undefined;
  const matches = best.map(({ match }) => match);
  return {
    value: {
      ...{ q, form: 'words', matches, parties: [], leftOut: 0 },
      snapshot: last.value.snapshot,
    },
    at: Math.min(...best.map(({ at }) => at)),
  };
};

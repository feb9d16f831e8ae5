import { beginningWith, typosOf } from './keys';
import { addHit, scoreOf, Search } from './Search';
import { searchWords } from './searchWords';
import { cluesOf } from './wordKeys';
import { squash } from './words';

/** Letters mean most, but who writes a name as it is has not written another one. */
const spelledOtherwise = 0.99;

/** What is met when only a beginning was typed: shorter names are nearer. */
const closeness = (typed: string, key: string) =>
  0.8 + (0.2 * typed.length) / key.length;

/** Of one beginning as much is looked at: nobody means the thousandth. */
const visitedAtMost = 800;

/** Looks for one text, as a whole and by its words. */
export const searchSegment = (search: Search): void => {
  const { asked } = search;
  const key = squash(asked.text);
  if (key === '') return;
  const isMet = searchWhole(search, key);
  if (asked.only === 'whole') return;
  if (!isMet) searchTypos(search, key);
  if (asked.only === undefined) searchWords(search);
};

/** True when something is called exactly so. */
const searchWhole = (search: Search, key: string): boolean => {
  const { segment, asked } = search;
  const { keys } = segment;
  const [from, until] = beginningWith(segment, key);
  const isThere = from < until && keys[from] === key;
  if (isThere) addExact(search, from);
  if (asked.only !== undefined) return isThere;
  const last = Math.min(until, from + visitedAtMost);
  for (let at = from + (isThere ? 1 : 0); at < last; at += 1) {
    const near = closeness(key, keys[at]);
    for (const number of cluesOf(segment.whole, at)) {
      const clue = segment.clues[number];
      const score = scoreOf(clue, 'start', near);
      addHit(search, number, { clue, how: 'start', score });
    }
  }
  return isThere;
};

const addExact = (search: Search, key: number) => {
  const { segment, asked } = search;
  const written = asked.text.trim().toLocaleLowerCase('en-US');
  for (const number of cluesOf(segment.whole, key)) {
    const clue = segment.clues[number];
    const isWritten = clue.value.toLocaleLowerCase('en-US') === written;
    const score = scoreOf(clue, 'exact') * (isWritten ? 1 : spelledOtherwise);
    addHit(search, number, { clue, how: 'exact', score });
  }
};

/** In a long text one letter is surely an error; in a short one it makes another word. */
const surelyMore = 0.2;
const sureness = (key: string) => Math.min(1, Math.max(0, key.length - 6) / 10);

const searchTypos = (search: Search, key: string) => {
  const { segment } = search;
  for (const at of typosOf(segment, key)) {
    for (const number of cluesOf(segment.whole, at)) {
      const clue = segment.clues[number];
      const score = scoreOf(clue, 'typo') + surelyMore * sureness(key);
      addHit(search, number, { clue, how: 'typo', score });
    }
  }
};

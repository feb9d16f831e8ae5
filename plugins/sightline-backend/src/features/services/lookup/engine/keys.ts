import { isOneEdit } from '../../engine/typo';
import { Segment } from './Segment';

type Keys = Pick<Segment, 'keys' | 'backwards'>;

/** As if both were written backwards. */
export const compareBackwards = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  for (let at = 1; at <= shorter; at += 1) {
    const order = a.charCodeAt(a.length - at) - b.charCodeAt(b.length - at);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

/** The first of `size` things in order that is not before. */
const firstNot = (size: number, isBefore: (at: number) => boolean): number => {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Numbers of the keys that begin so: from, up to and without. */
export const beginningWith = (
  { keys }: Pick<Keys, 'keys'>,
  start: string,
): [number, number] => {
  const from = firstNot(keys.length, at => keys[at] < start);
  const until = firstNot(
    keys.length,
    at => keys[at] < start || keys[at].startsWith(start),
  );
  return [from, until];
};

/** Places in `backwards` of the keys that end so. */
const endingWith = (
  { keys, backwards }: Keys,
  end: string,
): [number, number] => {
  const isBefore = (at: number) =>
    compareBackwards(keys[backwards[at]], end) < 0;
  const from = firstNot(backwards.length, isBefore);
  const until = firstNot(
    backwards.length,
    at => isBefore(at) || keys[backwards[at]].endsWith(end),
  );
  return [from, until];
};

/** The number of this very key; -1 when there is none. */
export const keyNumber = (
  { keys }: Pick<Keys, 'keys'>,
  key: string,
): number => {
  const at = firstNot(keys.length, place => keys[place] < key);
  return keys[at] === key ? at : -1;
};

/** Of shorter ones every other word is one letter away. */
const shortestTypo = 3;
/** Of one half of a word as many are looked at. */
const comparedAtMost = 20_000;

/**
 * Keys one typing error away. An error is in one half of a word, so the other
 * half is as it should be; but for two letters swapped across the middle.
 *
 * ```
 *   paym│etns ──▶ payments     begins with "paym"
 *   pxym│ents ──▶ payments     ends with "ents"
 *   paye│mnts ──▶ payments     swapped across the middle
 * ```
 */
export const typosOf = (segment: Keys, word: string): number[] => {
  if (word.length < shortestTypo) return [];
  const { keys, backwards } = segment;
  const half = word.length >>> 1;
  const found = new Set<number>();
  const look = (number: number) => {
    if (number < 0 || Math.abs(keys[number].length - word.length) > 1) return;
    if (isOneEdit(word, keys[number])) found.add(number);
  };
  const [from, until] = beginningWith(segment, word.slice(0, half));
  const [first, last] = endingWith(segment, word.slice(half));
  const [end, end2] = [from + comparedAtMost, first + comparedAtMost];
  for (let at = from; at < Math.min(until, end); at += 1) look(at);
  for (let at = first; at < Math.min(last, end2); at += 1) look(backwards[at]);
  const [before, after] = [word.slice(0, half - 1), word.slice(half + 1)];
  look(keyNumber(segment, before + word[half] + word[half - 1] + after));
  return [...found];
};

import { best } from './best';
import { addHit, scoreOf, Search } from './Search';
import { Segment } from './Segment';
import { AskedWord, clueRowsOf } from './wordKeys';
import { wordsOf } from './words';

/** More of them are looked at no further. */
const wordsAtMost = 16;
/** More clues than these have it: such a word finds nobody by itself. */
const common = 2_000;
/** Once there are as many candidates, nobody is added by a word that more have. */
const enough = 300;

/** The best clue of a subject that has the word, and how well it has it. */
type Met = { clue: number; as: number };

/** A number of the row that is within a range; -1 when there is none. */
const within = (row: Uint32Array, from: number, until: number): number => {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (row[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low < row.length && row[low] < until ? row[low] : -1;
};

/** Everybody who has a word; of a common one only so many. */
const whoHas = (
  { segment, isHidden }: Search,
  { rows }: AskedWord,
): Map<number, Met> => {
  const met = new Map<number, Met>();
  let visited = 0;
  for (const { clues, as } of rows) {
    for (const clue of clues) {
      visited += 1;
      if (visited > common) return met;
      const subject = segment.subjectOf[clue];
      if (isHidden(subject)) continue;
      const before = met.get(subject);
      if (!before || before.as < as) met.set(subject, { clue, as });
    }
  }
  return met;
};

/** Whether one subject has a word that many have: without looking at them all. */
const hasCommon = (
  { firstClue }: Segment,
  { rows }: AskedWord,
  subject: number,
): Met | undefined => {
  const [from, until] = [firstClue[subject], firstClue[subject + 1]];
  // The word itself comes first; its beginnings are too many to be asked.
  for (const { clues, as } of rows.slice(0, 2)) {
    const clue = within(clues, from, until);
    if (clue >= 0) return { clue, as };
  }
  return undefined;
};

type Counted = {
  asked: AskedWord;
  weight: number;
  of(subject: number): Met | undefined;
};

/** A word that few have says more: "search" more than "service". */
const rarity = ({ subjects }: Segment, { size }: AskedWord) =>
  Math.log(1 + subjects.length / Math.min(size, subjects.length));

type Candidate = Met & { isTypo: boolean; score: number };

/** What a subject comes to, by the best of its clues. */
const sumUp = (
  segment: Segment,
  subject: number,
  words: readonly Counted[],
): Candidate => {
  let [sum, total] = [0, 0];
  let found: Met & { isTypo: boolean } = { clue: 0, as: 0, isTypo: false };
  for (const { of, weight, asked } of words) {
    total += weight;
    const met = of(subject);
    if (!met) continue;
    sum += weight * met.as;
    if (met.as > found.as) found = { ...met, isTypo: asked.isTypo };
  }
  const full = scoreOf(segment.clues[found.clue], 'word');
  return { ...found, score: full * (sum / total) };
};

/**
 * Looks for the words of a text. Those that nobody has are passed over ("is
 * down"). Who has the rarest one is a candidate, then who has the next, until
 * there are enough; each is found by as many words as it has.
 */
export const searchWords = (search: Search): void => {
  const { segment, asked } = search;
  const words = [...new Set(wordsOf(asked.text))].slice(0, wordsAtMost);
  const rare = words
    .map((word, at) =>
      clueRowsOf(segment, { word, isLast: at === words.length - 1 }),
    )
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size);
  const candidates = new Set<number>();
  const counted = rare.map((word): Counted => {
    const weight = rarity(segment, word);
    if (word.size > common && candidates.size > 0) {
      const of = (subject: number) => hasCommon(segment, word, subject);
      return { asked: word, weight, of };
    }
    const met = whoHas(search, word);
    if (candidates.size < enough) {
      for (const subject of met.keys()) candidates.add(subject);
    }
    return { asked: word, weight, of: subject => met.get(subject) };
  });
  const all = [...candidates].map(subject => sumUp(segment, subject, counted));
  const order = (a: Candidate, b: Candidate) => b.score - a.score;
  for (const { clue, isTypo, score } of best(all, { order, atMost: enough })) {
    const how = isTypo ? 'typo' : 'word';
    addHit(search, clue, { clue: segment.clues[clue], how, score });
  }
};

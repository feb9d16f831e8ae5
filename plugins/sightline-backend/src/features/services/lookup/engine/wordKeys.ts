import { beginningWith, keyNumber, typosOf } from './keys';
import { Postings, Segment } from './Segment';

/** Of one beginning as many keys are looked at. */
const beginningsAtMost = 100;
/** Two letters begin too many words. */
const shortestBeginning = 3;

/** How well a word is met; who types on begins the last one. */
const quality = { whole: 1, part: 0.9, last: 0.7, beginning: 0.5, typo: 0.5 };

/** Clues that have a word, in order of their numbers, and how well they have it. */
export type WordClues = { clues: Uint32Array; as: number };

export type AskedWord = {
  rows: WordClues[];
  /** how many clues there are in all */
  size: number;
  isTypo: boolean;
};

export const cluesOf = (
  { starts, clues }: Postings,
  key: number,
): Uint32Array => clues.subarray(starts[key], starts[key + 1]);

const asked = (rows: WordClues[], isTypo = false): AskedWord => ({
  rows: rows.filter(({ clues }) => clues.length > 0),
  size: rows.reduce((sum, { clues }) => sum + clues.length, 0),
  isTypo,
});

/** Where a word is: as it stands, as a beginning, or but for one letter. */
export const clueRowsOf = (
  segment: Segment,
  { word, isLast }: { word: string; isLast: boolean },
): AskedWord => {
  const { whole, words } = segment;
  const both = (key: number, as: { whole: number; part: number }) => [
    { clues: cluesOf(whole, key), as: as.whole },
    { clues: cluesOf(words, key), as: as.part },
  ];
  const exact = keyNumber(segment, word);
  const rows = exact >= 0 ? both(exact, quality) : [];
  if (word.length >= shortestBeginning) {
    const begun = isLast ? quality.last : quality.beginning;
    const [from, until] = beginningWith(segment, word);
    const last = Math.min(until, from + beginningsAtMost);
    for (let at = from; at < last; at += 1) {
      if (at !== exact) rows.push(...both(at, { whole: begun, part: begun }));
    }
  }
  if (rows.length > 0) return asked(rows);
  const { typo } = quality;
  const near = typosOf(segment, word).flatMap(key =>
    both(key, { whole: typo, part: typo }),
  );
  return asked(near, true);
};

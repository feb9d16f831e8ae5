import { inOrder } from './inOrder';
import { compareBackwards } from './keys';
import { LookupClue, Subject } from './Subject';
import { squash, wordsOf } from './words';

/** Clues by number of the key, one row after the other. */
export type Postings = { starts: Uint32Array; clues: Uint32Array };

/**
 * Subjects with everything that leads to them, prepared once and never changed.
 *
 * ```
 *   keys (in order)   whole                    words
 *   orders            orders ▸ name "orders"   orders ▸ database "orders-db"
 *   ordersdb          orders ▸ database "orders-db"
 * ```
 * A key is a whole clue without its separators, or one of its words.
 */
export type Segment = {
  subjects: readonly Subject[];
  /** sorted */
  keys: readonly string[];
  /** numbers of keys, sorted by the text read backwards */
  backwards: Uint32Array;
  /** clues that are this key as a whole */
  whole: Postings;
  /** clues of several words, of which this key is one */
  words: Postings;
  /** numbers of subjects by number of the clue; those of one are in a row */
  subjectOf: Uint32Array;
  /** number of the first clue, by number of the subject, and of one past the last */
  firstClue: Uint32Array;
  clues: readonly LookupClue[];
};

type Found = { whole: number[]; words: number[] };

/** Longer ones are pasted, and then parsed. */
const longestKey = 200;
const perTurn = 200;

const byText = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

function* gather(subjects: readonly Subject[]) {
  const found = new Map<string, Found>();
  const clues: LookupClue[] = [];
  const owners: number[] = [];
  const firstClue = new Uint32Array(subjects.length + 1);
  const of = (key: string) => {
    const before = found.get(key);
    if (before) return before;
    const entry: Found = { whole: [], words: [] };
    found.set(key, entry);
    return entry;
  };
  for (const [number, subject] of subjects.entries()) {
    for (const clue of subject.clues) {
      const key = squash(clue.value).slice(0, longestKey);
      if (key === '') continue;
      of(key).whole.push(clues.length);
      for (const word of new Set(wordsOf(clue.value))) {
        if (word !== key) of(word).words.push(clues.length);
      }
      clues.push(clue);
      owners.push(number);
    }
    firstClue[number + 1] = clues.length;
    if (number % perTurn === 0) yield;
  }
  return { found, clues, firstClue, subjectOf: Uint32Array.from(owners) };
}

function* backwardsOf(keys: readonly string[]) {
  const numbers = keys.map((_, number) => number);
  yield;
  const sorted = yield* inOrder(numbers, (a, b) =>
    compareBackwards(keys[a], keys[b]),
  );
  return Uint32Array.from(sorted);
}

function* postingsOf(
  keys: readonly string[],
  rowOf: (key: string) => readonly number[],
): Generator<void, Postings> {
  const starts = new Uint32Array(keys.length + 1);
  const clues: number[] = [];
  for (const [at, key] of keys.entries()) {
    for (const clue of rowOf(key)) clues.push(clue);
    starts[at + 1] = clues.length;
    if (at % 5_000 === 0) yield;
  }
  return { starts, clues: Uint32Array.from(clues) };
}

export function* buildSegment(
  subjects: readonly Subject[],
): Generator<void, Segment> {
  const { found, ...gathered } = yield* gather(subjects);
  const keys = yield* inOrder([...found.keys()], byText);
  const backwards = yield* backwardsOf(keys);
  const whole = yield* postingsOf(keys, key => found.get(key)!.whole);
  const words = yield* postingsOf(keys, key => found.get(key)!.words);
  return { subjects, keys, backwards, whole, words, ...gathered };
}

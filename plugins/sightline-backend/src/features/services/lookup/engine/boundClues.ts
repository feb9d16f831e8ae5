import { LookupClue } from './Subject';

/** Kept for one service; images and pods of a large one say no more. */
const cluesAtMost = 150;
const longest = 200;

/** Each once, none too long, and not too many; counts those that are left out. */
export const boundClues = (
  clues: readonly LookupClue[],
): { clues: LookupClue[]; lost: number } => {
  const distinct = new Map<string, LookupClue>();
  for (const clue of clues) {
    const value = clue.value.trim().slice(0, longest);
    const key = `${clue.kind}\n${value}`;
    if (value !== '' && !distinct.has(key)) {
      distinct.set(key, value === clue.value ? clue : { ...clue, value });
    }
  }
  const kept = [...distinct.values()].slice(0, cluesAtMost);
  return { clues: kept, lost: distinct.size - kept.length };
};

/** Below this, one letter makes another word: cart, card, cast. */
const SHORTEST = 6;

const digits = (text: string) => text.replace(/\D+/g, ' ').trim();

/**
 * The word itself and all words one letter shorter. Two words are at most one
 * typing error apart (a letter more, less, other, or two swapped) only if these
 * have one in common, so an index of them finds candidates without comparing
 * every name with every service.
 */
export const typoKeys = (word: string): string[] =>
  word.length < SHORTEST
    ? []
    : [
        word,
        ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
      ];

const swapped = (a: string, b: string, at: number) =>
  a[at] === b[at + 1] &&
  a[at + 1] === b[at] &&
  a.slice(at + 2) === b.slice(at + 2);

/**
 * Damerau distance of exactly one. A digit is never a typo: `node-1` is not `node-2`.
 */
export const isOneEdit = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) {
    at += 1;
  }
  return (
    (a.slice(at + 1) === b.slice(at + 1) ||
      a.slice(at + 1) === b.slice(at) ||
      a.slice(at) === b.slice(at + 1) ||
      swapped(a, b, at)) &&
    digits(a) === digits(b)
  );
};

/** One edit apart, and both long enough that this is no other word. */
export const isTypo = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= SHORTEST && isOneEdit(a, b);

const lower = (text: string): string => text.toLocaleLowerCase('en-US');

/** More would make every row of every list heavier for words nobody types. */
const longest = 2_000;

/**
 * What `q` looks into: each thing a service goes by once, lower case, separated
 * by line breaks so that no word is found across two of them.
 */
export const searchText = (words: readonly (string | undefined)[]): string => {
  const distinct = new Set(
    words.flatMap(word => (word ? [lower(word).replace(/\s+/g, ' ')] : [])),
  );
  return [...distinct].join('\n').slice(0, longest);
};

/** The words a person typed; at most eight count. */
export const searchWords = (q: string): string[] =>
  [...new Set(lower(q).split(/\s+/).filter(Boolean))].slice(0, 8);

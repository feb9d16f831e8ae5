/**
 * Questions of one window as one: each answer carries the label that says to which
 * of them it belongs.
 *
 * @example `label_replace((up), "nth", "0", "", "") or label_replace((down), "nth", "1", "", "")`
 */
export const asOneQuestion = (
  texts: readonly string[],
  label: string,
): string =>
  texts
    .map(
      (text, nth) => `label_replace((${text}), "${label}", "${nth}", "", "")`,
    )
    .join(' or ');

/**
 * At most so many packs, of sizes that differ by one at most, in the order given.
 * Few questions stay by themselves: then a slow one holds up no other.
 */
export const inPacks = <T>(all: readonly T[], atMost: number): T[][] => {
  const count = Math.min(all.length, atMost);
  const packs: T[][] = Array.from({ length: count }, () => []);
  all.forEach((one, nth) => packs[nth % count].push(one));
  return packs;
};

import type { Truth } from '@sightline/town';

/** `orders → payments agreed`, a line a row of the truth. */
export const verdictsOfTruth = (
  { drift }: Truth,
  { isContracted }: { isContracted: boolean } = { isContracted: false },
): string[] =>
  drift
    // While no broker is asked, nobody knows what was promised.
    .filter(({ declared, observed }) => isContracted || declared || observed)
    .map(({ from, to, verdict }) => {
      const known =
        verdict === 'uncontracted' && !isContracted ? 'agreed' : verdict;
      return `${from} → ${to} ${known}`;
    })
    .sort();

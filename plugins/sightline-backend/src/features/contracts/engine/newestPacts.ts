import type { MirroredPact } from '@sightline/backstage-plugin-sightline-node';
import { keyOf } from './BrokerMirror';

const ageOf = ({ publishedAt, consumerVersion }: MirroredPact) =>
  consumerVersion.createdAt ?? publishedAt ?? 0;

/** Oldest first; the same age in any order that is always the same. */
export const byAge = (a: MirroredPact, b: MirroredPact): number =>
  ageOf(a) - ageOf(b) ||
  (a.consumerVersion.number < b.consumerVersion.number ? -1 : 1);

/**
 * The newest pact of each pair on each branch, those of versions that are
 * somewhere, and the newest of all.
 */
export const newestPacts = (
  pacts: readonly MirroredPact[],
  isSomewhere: (pact: MirroredPact) => boolean,
): MirroredPact[] => {
  const heads = new Map<string, MirroredPact>();
  for (const pact of [...pacts].sort(byAge)) {
    const { consumer, provider, consumerVersion } = pact;
    heads.set(keyOf(consumer, provider), pact);
    for (const branch of consumerVersion.branches) {
      heads.set(keyOf(consumer, provider, branch), pact);
    }
  }
  return [...new Set([...heads.values(), ...pacts.filter(isSomewhere)])];
};

/** The newest of each pair. */
export const headPacts = (
  pacts: readonly MirroredPact[],
): Map<string, MirroredPact> =>
  new Map(
    [...pacts]
      .sort(byAge)
      .map(pact => [keyOf(pact.consumer, pact.provider), pact]),
  );

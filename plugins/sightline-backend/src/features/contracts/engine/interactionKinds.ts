import { Contract } from '@sightline/backstage-plugin-sightline-common';
import type { PactContent } from '@sightline/backstage-plugin-sightline-node';

export type Interaction = PactContent['interactions'][number];

/** Over which a pact speaks; undefined while its content was not read. */
export const kindOf = (
  interactions: readonly Interaction[] | undefined,
): Contract['kind'] => {
  if (!interactions || interactions.length === 0) return undefined;
  const kinds = new Set(interactions.map(({ kind }) => kind));
  if (kinds.size > 1) return 'mixed';
  return kinds.has('http') ? 'http' : 'message';
};

/** Topics a pact speaks of; not all tools write them down. */
export const topicsOf = (
  interactions: readonly Interaction[] | undefined = [],
): string[] => [
  ...new Set(
    interactions.flatMap(one =>
      one.kind === 'message' && one.topic ? [one.topic] : [],
    ),
  ),
];

import { Contract } from '@sightline/backstage-plugin-sightline-common';
import type { PactContent } from '@sightline/backstage-plugin-sightline-node';

type Said = PactContent['interactions'][number];

type Briefly<One> = One extends unknown ? Omit<One, 'description'> : never;

/** What is kept of an interaction: by what it can be found among calls. */
export type Interaction = Briefly<Said>;

/** Over which a pact speaks; undefined while its content was not read. */
export const kindOf = (
  interactions: readonly Interaction[] | undefined,
): Contract['kind'] => {
  if (!interactions || interactions.length === 0) return undefined;
  const kinds = new Set(interactions.map(({ kind }) => kind));
  return kinds.size > 1 ? 'mixed' : interactions[0].kind;
};

/**
 * Whether a consumer has to call to use what a pact speaks of. Undefined while its
 * content was not read: it may be about messages alone.
 */
export const isAboutCalls = (
  interactions: readonly Interaction[] | undefined,
): boolean | undefined => interactions && kindOf(interactions) !== 'message';

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

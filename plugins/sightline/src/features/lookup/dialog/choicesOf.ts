import {
  LookupAnswer,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';
import type { Recent } from '../memory/LookupMemory';

/** One line of the dialog, and what it opens. */
export type Choice = {
  id: string;
  label: string;
  note: string;
  aside?: string;
  tier?: Tier;
} & (
  | { opens: 'match'; service: string }
  | { opens: 'entity'; ref: string }
  | { opens: 'search'; q: string }
);

const recentChoice = ({ q, name }: Recent): Choice => ({
  ...{ id: `search ${q}`, label: q, opens: 'search', q },
  note: name && name !== q ? `opened ${name}` : 'looked up lately',
});

/** What may be chosen: matches, then people and teams; before anything is typed, what was last. */
export const choicesOf = (
  answer: LookupAnswer | undefined,
  recent: readonly Recent[],
  isTyped: boolean,
): Choice[] => {
  if (!isTyped) return recent.map(recentChoice);
  return [
    ...(answer?.matches ?? []).map(
      ({ service, title, tier, owner, why }): Choice => ({
        ...{ id: service, label: title, note: why.words, tier },
        ...{ aside: owner?.name ?? 'no owner', opens: 'match', service },
      }),
    ),
    ...(answer?.parties ?? []).map(
      ({ ref, name, kind, why }): Choice => ({
        ...{ id: ref, label: name, note: why.words, aside: kind },
        ...{ opens: 'entity', ref },
      }),
    ),
  ];
};

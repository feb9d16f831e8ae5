import { RolloutState } from '@sightline/backstage-plugin-sightline-common';
import { StateBadge } from '../state/StateBadge';
import { rolloutWords } from './rolloutWords';

type RolloutBadgeProps = {
  state: RolloutState;
  /** older than it may be: green is for what is known now */
  stale?: boolean;
  /** what the cluster says; left out: what the state means */
  title?: string;
};

/** How far a rollout is, as shape, word and colour. */
export const RolloutBadge = ({ state, stale, title }: RolloutBadgeProps) => {
  const { word, kind, meaning } = rolloutWords[state];
  const words = title ?? meaning;
  return stale && state !== 'unknown' ? (
    <StateBadge
      kind={state === 'complete' ? 'idle' : kind}
      word={`${word}, stale`}
      title={`When it was last seen: ${words}`}
    />
  ) : (
    <StateBadge kind={kind} word={word} title={words} />
  );
};

import { ObjectiveStatus } from '@sightline/backstage-plugin-sightline-common';
import { StateBadge } from '../state/StateBadge';
import { stateWords } from './objectiveWords';

type ObjectiveBadgeProps = { of: Pick<ObjectiveStatus, 'state' | 'stale'> };

/**
 * How an objective stands. What was met when somebody last could tell is drawn
 * as something nobody knows: green is for what is known now.
 */
export const ObjectiveBadge = ({
  of: { state, stale },
}: ObjectiveBadgeProps) => {
  const { word, kind, meaning } = stateWords[state];
  return stale && state !== 'unknown' ? (
    <StateBadge
      kind={state === 'met' ? 'idle' : kind}
      word={`${word}, stale`}
      title={`When it was last known: ${meaning}`}
    />
  ) : (
    <StateBadge kind={kind} word={word} title={meaning} />
  );
};

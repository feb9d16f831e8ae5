import {
  HealthSummary,
  isStale,
} from '@sightline/backstage-plugin-sightline-common';
import { useNow } from '../../ui/time/useNow';
import { RolloutBadge } from '../../ui/workloads/RolloutBadge';

/** The worst of its rollouts; a service that no cluster runs has none. */
export const HealthCell = ({ health }: { health?: HealthSummary }) =>
  health ? (
    <Health of={health} />
  ) : (
    <span title="No cluster that is connected runs it">–</span>
  );

const Health = ({ of }: { of: HealthSummary }) => {
  const now = useNow();
  const { state, words, evidence } = of;
  return (
    <RolloutBadge state={state} stale={isStale(evidence, now)} title={words} />
  );
};

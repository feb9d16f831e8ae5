import {
  Workload,
  rolloutStates,
} from '@sightline/backstage-plugin-sightline-common';

/** Pods in trouble are worse than a rollout on its way, whatever the rollout says. */
const TROUBLED = rolloutStates.indexOf('progressing') - 0.5;
/** What works and may soon not: no more room to grow, or restarts. */
const STRAINED = rolloutStates.indexOf('complete') - 0.5;

const urgencyOf = ({
  rollout,
  troubles,
  autoscaler,
  restarts,
}: Workload): number =>
  Math.min(
    rolloutStates.indexOf(rollout.state),
    troubles.length > 0 ? TROUBLED : Infinity,
    autoscaler?.atMaximum || restarts.lastHour > 0 ? STRAINED : Infinity,
  );

export const troubledPods = ({ troubles }: Workload): number =>
  troubles.reduce((sum, { count }) => sum + count, 0);

const nameOf = ({ key }: Workload) => `${key.name} ${key.cluster}`;

/** What asks for somebody comes first; of equals the one with more pods in trouble. */
export const worstFirst = (workloads: Workload[]): Workload[] =>
  [...workloads].sort(
    (a, b) =>
      urgencyOf(a) - urgencyOf(b) ||
      troubledPods(b) - troubledPods(a) ||
      b.restarts.lastHour - a.restarts.lastHour ||
      nameOf(a).localeCompare(nameOf(b)),
  );

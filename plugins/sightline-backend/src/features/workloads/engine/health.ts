import {
  RolloutState,
  rolloutStates,
  WorkloadKey,
} from '@sightline/backstage-plugin-sightline-common';

/** As far as it has to be known to tell which one is worst. */
export type InState = { key: WorkloadKey; state: RolloutState; words: string };

const nameOf = ({ kind, name }: WorkloadKey) => `${kind}/${name}`;

/** Most urgent first; what is the same urgent by cluster and name. */
export const byUrgency = (a: InState, b: InState): number =>
  rolloutStates.indexOf(a.state) - rolloutStates.indexOf(b.state) ||
  compare(a.key.cluster, b.key.cluster) ||
  compare(nameOf(a.key), nameOf(b.key)) ||
  compare(a.key.namespace, b.key.namespace);

const compare = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** The worst of them; `Deployment/search: 1 of 3 pods updated`. */
export const worstOf = <One extends InState>(
  all: readonly One[],
): { worst: One; words: string } | undefined => {
  const [worst] = [...all].sort(byUrgency);
  if (!worst) return undefined;
  const { key, state, words } = worst;
  return {
    worst,
    words:
      state === 'complete'
        ? 'Everything is rolled out'
        : `${nameOf(key)}: ${words}`,
  };
};

import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { count } from '../figures';

/** "2 of 3 available, 1 of them new"; what is scaled to nothing is not in trouble. */
export const replicaWords = ({
  desired,
  available,
  updated,
}: Workload['replicas']): string => {
  if (desired === 0 && available === 0) {
    return 'scaled to nothing';
  }
  const there = `${count(available)} of ${count(desired)} available`;
  return updated < desired
    ? `${there}, ${count(updated)} of the new version`
    : there;
};

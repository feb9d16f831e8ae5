import { Objective } from '@sightline/backstage-plugin-sightline-common';
import { Candidate } from './Statement';

/** A statement that holds, as the rest of Sightline knows it. */
export const toObjective = (
  candidate: Candidate,
  measuredBy: string,
): Objective => {
  const { service, name, title, description, indicator, outdated } = candidate;
  const { target, window, budgeting, origin } = candidate;
  return {
    id: `${service}/${name}`,
    ...{ service, name, title },
    ...(description !== undefined && { description }),
    ...{ indicator, target, window, budgeting, origin, measuredBy },
    ...(outdated && { outdated }),
  };
};

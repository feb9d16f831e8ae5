import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { pods } from './inWords';

type Autoscaler = NonNullable<SeenWorkload['autoscaler']>;

/** It has all it may have; one that may not move at all is no autoscaler at its end. */
export const isAtMaximum = ({ min, max, current }: Autoscaler) =>
  max > min && current >= max;

/** Since when it is at its maximum, as the cluster says or as it was first seen. */
export const noteMaximum = (
  before: Instant | undefined,
  { autoscaler }: Pick<SeenWorkload, 'autoscaler'>,
  now: Instant,
): Instant | undefined => {
  if (!autoscaler || !isAtMaximum(autoscaler)) return undefined;
  if (before !== undefined) return before;
  const { limited, since } = autoscaler;
  return limited && since !== undefined ? Math.min(since, now) : now;
};

export const autoscalerInWords = (autoscaler: Autoscaler): string => {
  const { min, max, current, limited, said } = autoscaler;
  if (!isAtMaximum(autoscaler)) {
    return `${current} of ${min} to ${pods(max)}`;
  }
  const wants = limited ? ', and would take more' : '';
  return `At its maximum of ${pods(max)}${wants}${said ? `: ${said}` : ''}`;
};

import {
  NeededDependency,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';

/** One that the service waits for, at any depth, and what is known of it. */
export type NeededInput = Pick<
  NeededDependency,
  'party' | 'depth' | 'promised' | 'given'
> & {
  /** what `given` rests on, `attainment` or `calls`; of no matter without one */
  from: NeededDependency['from'];
  /** why neither is told */
  unknown?: Unknown;
};

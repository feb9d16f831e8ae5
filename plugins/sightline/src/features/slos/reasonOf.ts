import {
  ObjectiveStatus,
  Unknown,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';

/** Why nothing is known of an objective; a backend that does not say leaves "no data". */
export const reasonOf = ({
  unknown: reason,
}: Pick<ObjectiveStatus, 'unknown'>): Unknown => reason ?? unknown('no-data');

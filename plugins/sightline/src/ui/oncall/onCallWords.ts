import {
  OnCallOrigin,
  OnCallState,
} from '@sightline/backstage-plugin-sightline-common';
import { StateKind } from '../state/palette';

/** That nobody answers is broken, whether for an hour or for good. */
export const onCallKinds: Record<OnCallState, StateKind> = {
  covered: 'ok',
  gap: 'bad',
  nobody: 'bad',
  unknown: 'idle',
};

export const onCallWords: Record<OnCallState, string> = {
  covered: 'on call',
  gap: 'gap',
  nobody: 'nobody on call',
  unknown: 'unknown',
};

/** Where the answer is from, in words before its own. */
export const originWords: Record<OnCallOrigin['kind'], string> = {
  rotation: 'Rotation',
  ical: 'Calendar',
  pagerduty: 'PagerDuty',
  owners: 'Owners in the catalog',
  other: 'From',
};

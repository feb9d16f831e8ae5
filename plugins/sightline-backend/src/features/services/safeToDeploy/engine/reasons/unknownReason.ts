import {
  DeployReason,
  DeployReasonAbout,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { NotTold } from '../Told';

/** A whole part of which nothing was said. */
export const unknownReason = (
  about: DeployReasonAbout,
  { reason, detail, weighs }: NotTold,
): DeployReason => ({
  ...{ about, answer: 'unknown', weighs },
  ...{ unknown: reason, words: detail ?? usualWords[reason] },
});

const usualWords: Record<Unknown['reason'], string> = {
  'no-data': 'Nothing is known of it',
  'not-configured': 'Nobody has set it up',
  'source-unavailable': 'It could not be asked',
  'too-few-events': 'Too little has happened to tell',
  'not-permitted': 'You may not see it',
};

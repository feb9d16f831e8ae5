import {
  DeployReason,
  DeployReasonAbout,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { notHeardInWords } from '../inWords';
import { NotTold } from '../Told';

/** A whole part of which nothing was said. */
export const unknownReason = (
  about: DeployReasonAbout,
  { reason, detail, weighs }: NotTold,
): DeployReason => ({
  ...{ about, answer: 'unknown', weighs },
  ...{ unknown: reason, words: detail ?? usualWords[reason] },
});

/** Others who might have had a word, and were not heard: told, and weighs nothing. */
export const unheardReasons = (
  about: DeployReasonAbout,
  unheard: readonly string[] = [],
  might: string,
): DeployReason[] =>
  unheard.length === 0
    ? []
    : [
        {
          ...{ about, answer: 'unknown', weighs: false },
          unknown: 'source-unavailable',
          words: `${notHeardInWords(unheard)}: whether ${might} is not known`,
        },
      ];

const usualWords: Record<Unknown['reason'], string> = {
  'no-data': 'Nothing is known of it',
  'not-configured': 'Nobody has set it up',
  'source-unavailable': 'It could not be asked',
  'too-few-events': 'Too little has happened to tell',
  'not-permitted': 'You may not see it',
};

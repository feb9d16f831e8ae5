import { UnknownReason } from '@sightline/backstage-plugin-sightline-common';

type Words = { short: string; meaning: string; todo: string };

/** Why something is not known, and what a reader can do about it. */
export const unknownWords: Record<UnknownReason, Words> = {
  'no-data': {
    short: 'no data',
    meaning: 'The source answered and had nothing about this service.',
    todo: 'Check on the Sources page which outside names stand for it.',
  },
  'not-configured': {
    short: 'not set up',
    meaning: 'Nobody has told Sightline where to look.',
    todo: 'Ask the platform team to add a source in app-config.',
  },
  'source-unavailable': {
    short: 'source down',
    meaning: 'The source cannot be asked, and nothing older was kept.',
    todo: 'The Sources page says what is wrong with it.',
  },
  'too-few-events': {
    short: 'few events',
    meaning: 'There is data, but not enough to say anything.',
    todo: 'Wait for more traffic, or choose a longer window.',
  },
  'not-permitted': {
    short: 'not permitted',
    meaning: 'It is known, but not to you.',
    todo: 'Ask the owner of the service for access.',
  },
};

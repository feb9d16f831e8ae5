import { Millis } from '@sightline/backstage-plugin-sightline-common';

/** Thirteen months: this month can be compared with the same one a year ago. */
export const historyKeptFor: Millis = 396 * 86_400_000;

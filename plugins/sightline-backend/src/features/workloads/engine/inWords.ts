import { toIso, Instant } from '@sightline/backstage-plugin-sightline-common';

export const plural = (count: number, one: string, more = `${one}s`) =>
  `${count} ${count === 1 ? one : more}`;

export const pods = (count: number) => plural(count, 'pod');

/** To the minute, in UTC: words are read by people in every zone. */
export const atMinute = (at: Instant) =>
  `${toIso(at).slice(0, 16).replace('T', ' ')} UTC`;

import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** Tells the time. Engines get an Instant; only what runs in time gets a Clock. */
export type Clock = () => Instant;

export const systemClock: Clock = () => Date.now();

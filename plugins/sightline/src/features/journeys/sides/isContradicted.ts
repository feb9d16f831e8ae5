import { Journey } from '@sightline/backstage-plugin-sightline-common';

/** The window did better than the estimate says anybody could. */
export const isContradicted = ({ figures, availability }: Journey): boolean =>
  figures.calls > 0 && 1 - figures.errorRatio > availability.ceiling;

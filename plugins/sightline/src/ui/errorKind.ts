import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import { StateKind } from './state/palette';

/**
 * How errors are drawn: from 1 % on somebody should look, from 5 % on it is broken.
 * That is a manner of drawing; whether a promise is broken, objectives say.
 */
export const errorKind = (ratio: Ratio): StateKind | undefined => {
  if (ratio >= 0.05) {
    return 'bad';
  }
  return ratio >= 0.01 ? 'warn' : undefined;
};

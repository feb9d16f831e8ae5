import { Millis } from '@sightline/backstage-plugin-sightline-common';

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

/**
 * A length of time as Pyrra has it in names: weeks when they leave nothing, else
 * all units from days down.
 *
 * @example `4w`, `3d`, `1h4m`
 */
export const pyrraDuration = (length: Millis): string => {
  if (length > 0 && length % week === 0) return `${length / week}w`;
  let rest = Math.round(length / minute);
  const take = (minutes: number, letter: string) => {
    const count = Math.floor(rest / minutes);
    rest -= count * minutes;
    return count > 0 ? `${count}${letter}` : '';
  };
  return `${take(1440, 'd')}${take(60, 'h')}${take(1, 'm')}`;
};

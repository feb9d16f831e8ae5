import { isTimeZone } from '@sightline/backstage-plugin-sightline-common';
import { windowsZones } from './windowsZones';

/** Longer ones are no names. */
const NAME_AT_MOST = 200;

/** `/mozilla.org/20050126_1/Europe/Berlin` ends in what is meant; shortest first is wrong for Indiana. */
const endings = (name: string): string[] => {
  const parts = name.split('/');
  return [4, 3, 2]
    .filter(length => parts.length >= length)
    .map(length => parts.slice(-length).join('/'));
};

/**
 * The zone of IANA's list that a calendar means by a name: that name itself, one of
 * Windows, or what one of some program ends in. Undefined where it is none of them.
 */
export const zoneNamed = (written: string): string | undefined => {
  const name = written.trim();
  if (name.length > NAME_AT_MOST) return undefined;
  if (Object.hasOwn(windowsZones, name)) return windowsZones[name];
  // What looks like an offset or an abbreviation is another calendar's own name.
  if (/^[A-Za-z_]+(\/|$)/.test(name) && isTimeZone(name)) return name;
  return endings(name).find(isTimeZone);
};

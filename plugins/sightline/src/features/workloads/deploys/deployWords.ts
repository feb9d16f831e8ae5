import {
  Deploy,
  Millis,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';

/** "5.2.8 → 5.3.0"; where no version is named, the image says which it is. */
export const versionsOf = ({
  fromVersion,
  toVersion,
  images,
}: Deploy): string => {
  const to = toVersion ?? images.at(0) ?? 'no version named';
  return fromVersion && fromVersion !== to ? `${fromVersion} → ${to}` : to;
};

/** How long it took to be out; undefined: it is not, or never was. */
export const tookOf = ({ at, completedAt }: Deploy): Millis | undefined => {
  const [from, to] = [toInstant(at), completedAt && toInstant(completedAt)];
  return from === undefined || !to ? undefined : Math.max(0, to - from);
};

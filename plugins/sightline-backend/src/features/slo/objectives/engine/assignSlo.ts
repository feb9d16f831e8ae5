import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { FleetNames } from './FleetNames';

/** A file that states objectives, and who may be meant in it. */
export type StatingFile = {
  /** services whose annotation names the file */
  namedBy: readonly ServiceRef[];
  /** it lies in a folder for all services */
  isForAll: boolean;
};

const nobody = (said: string, { namedBy }: StatingFile) =>
  namedBy.length > 0
    ? `spec.service is '${said}', and no service is called so; write one of ${namedBy.join(
        ', ',
      )}, who name this file`
    : `spec.service is '${said}', and no service in the catalog is called so; write its name or its entity ref`;

const several = (said: string, found: readonly ServiceRef[]) =>
  `spec.service is '${said}', and ${found.join(
    ' and ',
  )} are called so; write the entity ref of one`;

const stranger = (said: string, ref: ServiceRef, { namedBy }: StatingFile) =>
  `spec.service is '${said}', which is ${ref}, and that service does not name this file; let it name the file in sightline.dev/openslo, or write ${namedBy.join(
    ' or ',
  )}`;

/**
 * Whose an SLO is. A service that names the file wins over others called the same;
 * where one alone names it, a name that nobody has is its own, too.
 */
export const assignSlo = (
  said: string,
  file: StatingFile,
  fleet: FleetNames,
): { service: ServiceRef } | { words: string } => {
  const { namedBy, isForAll } = file;
  const found = fleet.find(said);
  const meant = found.filter(ref => namedBy.includes(ref));
  if (meant.length === 1) {
    return { service: meant[0] };
  }
  if (meant.length > 1) {
    return { words: several(said, meant) };
  }
  if (found.length === 0) {
    return namedBy.length === 1
      ? { service: namedBy[0] }
      : { words: nobody(said, file) };
  }
  if (!isForAll) {
    return { words: stranger(said, found[0], file) };
  }
  return found.length === 1
    ? { service: found[0] }
    : { words: several(said, found) };
};

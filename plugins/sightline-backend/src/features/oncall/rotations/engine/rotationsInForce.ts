import { KeptRotation } from './keepReadable';

/** A file as it is kept, with what it says. */
export type RotationFile = {
  place: string;
  address: string;
  rotations: readonly KeptRotation[];
  /** groups that name the file; left out: it may speak for every team */
  teams?: readonly string[];
};

/** A rotation that holds, and where it is from. */
export type RotationInForce = KeptRotation & { place: string; url?: string };

export type InForce = {
  rotations: RotationInForce[];
  /** rotations that are left out, and why */
  leftOut: { place: string; words: string }[];
};

const isAddress = (address: string) => /^https?:/i.test(address);

/**
 * Which of all rotations hold: each name once, the first file's; and of a file that
 * a group names only those that are the group's, or a team could put another one on
 * call.
 */
export const rotationsInForce = (files: readonly RotationFile[]): InForce => {
  const found: InForce = { rotations: [], leftOut: [] };
  const places = new Map<string, string>();
  const sorted = [...files].sort((a, b) =>
    a.place.localeCompare(b.place, 'en'),
  );
  for (const { place, address, rotations, teams } of sorted) {
    for (const one of rotations) {
      const { id, team } = one.rotation;
      const other = places.get(id);
      if (teams && !teams.includes(team)) {
        const words = `${id} is for ${team}, which does not name this file; it is passed over`;
        found.leftOut.push({ place, words });
      } else if (other !== undefined) {
        const words = `${id} is in ${other}, too; that one holds`;
        found.leftOut.push({ place, words });
      } else {
        places.set(id, place);
        const url = isAddress(address) ? { url: address } : {};
        found.rotations.push({ ...one, place, ...url });
      }
    }
  }
  return found;
};

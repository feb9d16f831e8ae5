import {
  FolderListing,
  listFolder,
} from '../../../../platform/documents/localFiles';
import {
  FileTarget,
  placeBelow,
  targetsOf,
  TargetsContext,
} from '../../../../platform/documents/targets';
import { People } from '../../people/People';

/** A file to read, and who may write into it. */
export type WantedFile = FileTarget & {
  folder?: string;
  /** groups that name it; left out: a folder's, which the operator answers for */
  teams?: string[];
};

/** What leads nowhere, in words. */
export type PlaceFault = { address: string; place: string; words: string };

export type WantedRotations = {
  files: WantedFile[];
  faults: PlaceFault[];
  /** folders that cannot be looked into now: what was read there before stays */
  unseen: ReadonlySet<string>;
};

const annotated = (
  people: People,
  context: TargetsContext,
): { files: Map<string, WantedFile>; faults: PlaceFault[] } => {
  const files = new Map<string, WantedFile>();
  const faults: PlaceFault[] = [];
  for (const group of people.groups()) {
    const { targets, problems } = targetsOf(group, context);
    for (const target of targets) {
      const teams = files.get(target.address)?.teams ?? [];
      files.set(target.address, { ...target, teams: [...teams, group.ref] });
    }
    for (const [at, problem] of problems.entries()) {
      const words = `${context.annotation}: ${problem}`;
      faults.push({ address: `${group.ref} ${at}`, place: group.ref, words });
    }
  }
  return { files, faults };
};

const inFolder = async (
  folder: string,
): Promise<WantedFile[] | { fault: string }> => {
  const listing: FolderListing = await listFolder(folder);
  return 'fault' in listing
    ? listing
    : listing.files.map(address => ({
        ...{ address, kind: 'local' as const, folder },
        place: placeBelow(folder, address),
      }));
};

const beyond = (left: readonly WantedFile[], atMost: number): PlaceFault[] => {
  const place = 'sightline.oncall.rotations.atMost';
  const words = `${left.length} files with rotations are not read, as there are more than ${atMost}; the first is ${left[0]?.place}. Raise ${place}`;
  return left.length > 0 ? [{ address: place, place, words }] : [];
};

/** Which files are to be read: those in folders, and those that groups name. */
export const wantedRotations = async (
  people: People,
  options: TargetsContext & { folders: readonly string[]; atMost: number },
): Promise<WantedRotations> => {
  const { files, faults } = annotated(people, options);
  const unseen = new Set<string>();
  for (const folder of options.folders) {
    const found = await inFolder(folder);
    if (!Array.isArray(found)) {
      faults.push({ address: folder, place: folder, words: found.fault });
      unseen.add(folder);
      continue;
    }
    // The operator's word about a file is the wider one.
    for (const file of found) files.set(file.address, file);
  }
  const all = [...files.values()];
  return {
    files: all.slice(0, options.atMost),
    faults: [...faults, ...beyond(all.slice(options.atMost), options.atMost)],
    unseen,
  };
};

import {
  placeBelow,
  FileTarget,
  targetsOf,
  TargetsContext,
} from '../../../../platform/documents/targets';
import { ServicePages } from '../ObjectiveBook';
import {
  FolderListing,
  listFolder,
} from '../../../../platform/documents/localFiles';

/** A file to read, and with which others its names may be looked up. */
export type WantedFile = FileTarget & {
  folder?: string;
  /** addresses; those of one folder share one list */
  with: readonly string[];
};

/** A folder or a limit about which something is to be said. */
export type PlaceFault = { address: string; place: string; words: string };

export type WantedFiles = {
  files: WantedFile[];
  faults: PlaceFault[];
  /** folders that cannot be looked into now: what was read there before stays */
  unseen: ReadonlySet<string>;
};

type Gathered = Map<string, WantedFile>;

const isWithin = (some: readonly string[], all: readonly string[]) =>
  some === all ||
  (some.length <= all.length && some.every(one => all.includes(one)));

const gather = (
  into: Gathered,
  targets: readonly FileTarget[],
  folder?: string,
) => {
  const together = targets.map(({ address }) => address);
  for (const target of targets) {
    const known = into.get(target.address);
    const others =
      known && !isWithin(known.with, together)
        ? [...new Set([...known.with, ...together])]
        : together;
    into.set(target.address, {
      ...(known ?? target),
      with: others,
      ...(folder !== undefined && { folder }),
    });
  }
};

const gatherAnnotated = async (
  into: Gathered,
  services: ServicePages,
  context: TargetsContext,
) => {
  for await (const page of services) {
    for (const service of page) {
      gather(into, targetsOf(service, context).targets);
    }
  }
};

const filesIn = (folder: string, { files }: { files: readonly string[] }) =>
  files.map(
    (address): FileTarget => ({
      ...{ address, kind: 'local' },
      place: placeBelow(folder, address),
    }),
  );

/** The annotated ones first: a folder full of files must not push them out. */
const capped = (gathered: Gathered, atMost: number): WantedFiles => {
  const all = [...gathered.values()];
  const left = all.slice(atMost);
  const words = `${left.length} files with objectives are not read, as more than ${atMost} are not; the first is ${left[0]?.place}. Raise sightline.slo.atMost.documents`;
  const place = 'sightline.slo.atMost.documents';
  return {
    files: all.slice(0, atMost),
    faults: left.length > 0 ? [{ address: place, place, words }] : [],
    unseen: new Set(),
  };
};

/** Which files are to be read: those that services name, then those in folders. */
export const wantedFiles = async (
  services: ServicePages,
  options: TargetsContext & { folders: readonly string[]; atMost: number },
): Promise<WantedFiles> => {
  const gathered: Gathered = new Map();
  await gatherAnnotated(gathered, services, options);
  const faults: PlaceFault[] = [];
  const unseen = new Set<string>();
  for (const folder of options.folders) {
    const listing: FolderListing = await listFolder(folder);
    if ('fault' in listing) {
      faults.push({ address: folder, place: folder, words: listing.fault });
      unseen.add(folder);
    } else {
      gather(gathered, filesIn(folder, listing), folder);
    }
  }
  const wanted = capped(gathered, options.atMost);
  return { ...wanted, faults: [...faults, ...wanted.faults], unseen };
};

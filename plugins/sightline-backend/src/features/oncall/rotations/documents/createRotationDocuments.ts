import { LoggerService } from '@backstage/backend-plugin-api';
import { breathe } from '../../../../platform/chunks';
import {
  DocumentStore,
  KeptDocument,
} from '../../../../platform/documents/DocumentStore';
import { TargetsContext } from '../../../../platform/documents/targets';
import { TextShelf } from '../../../../platform/documents/textShelf';
import { People } from '../../people/People';
import {
  KeptRotationFile,
  keepReadable,
  keepUnread,
} from '../engine/keepReadable';
import { readRotations } from '../engine/readRotations';
import {
  WantedFile,
  WantedRotations,
  wantedRotations,
} from './wantedRotations';

export type RotationDocumentsOptions = TargetsContext & {
  store: DocumentStore;
  shelf: TextShelf;
  folders: readonly string[];
  atMost: number;
  logger: LoggerService;
};

/** What is kept of a file that can be read, or of a place that cannot. */
export type KeptText = KeptRotationFile & { teams?: string[] };

const noted = ({ kept }: KeptDocument) => kept as KeptText;

/** Keeps what files say about rotations, and the last that could be read of each. */
export const createRotationDocuments = (options: RotationDocumentsOptions) => {
  const { store, shelf, logger } = options;
  /** by address: what it was read from last */
  const inputs = new Map<string, string>();

  const inputOf = ({ address, teams }: WantedFile) => {
    const { hash, fault } = shelf.get(address) ?? {};
    return JSON.stringify([hash, fault, teams]);
  };

  const toDocument = (
    { address, place, folder, teams }: WantedFile,
    known: KeptDocument | undefined,
  ): KeptDocument => {
    const before = known && noted(known);
    const { text = '', fault } = shelf.get(address) ?? {};
    const file =
      fault === undefined
        ? keepReadable(before, readRotations(text), store.now())
        : keepUnread(before, fault, store.now());
    return {
      ...{ address, kind: 'file', place },
      kept: { ...file, ...(teams && { teams }) },
      ...(folder !== undefined && { folder }),
    };
  };

  /** Says once in the log what is new. */
  const tell = (document: KeptDocument, known: KeptDocument | undefined) => {
    const before = new Set(known && noted(known).problems.map(p => p.words));
    for (const { line, words } of noted(document).problems) {
      if (!before.has(words)) {
        logger.warn(`${document.place}, line ${line}: ${words}`);
      }
    }
  };

  const readAnew = async (
    files: readonly WantedFile[],
    before: ReadonlyMap<string, KeptDocument>,
  ) => {
    for (const file of files) {
      const known = before.get(file.address);
      const input = inputOf(file);
      const isSame = known && inputs.get(file.address) === input;
      if (!shelf.get(file.address) || isSame) continue;
      const document = toDocument(file, known);
      await store.put([document]);
      // Only what is kept need not be read again.
      inputs.set(file.address, input);
      tell(document, known);
      await breathe();
    }
  };

  const keepPlaces = async (
    { faults }: WantedRotations,
    before: ReadonlyMap<string, KeptDocument>,
  ) => {
    const places = faults.map(({ address, place, words }): KeptDocument => {
      const problems = [{ line: 1, words }];
      const kept: KeptText = { rotations: [], problems };
      return { address, kind: 'place', place, kept };
    });
    await store.put(places);
    places.forEach(one => tell(one, before.get(one.address)));
  };

  const forget = async (
    kept: readonly KeptDocument[],
    { files, unseen, faults }: WantedRotations,
  ) => {
    const wanted = new Set(files.map(({ address }) => address));
    const said = new Set(faults.map(({ address }) => address));
    const gone = kept.filter(({ kind, address, folder }) =>
      kind === 'file'
        ? !wanted.has(address) && !(folder !== undefined && unseen.has(folder))
        : !said.has(address),
    );
    gone.forEach(({ address }) => inputs.delete(address));
    await store.remove(gone);
  };

  return {
    /** false when it was cut short: nobody knows what is in force */
    async refresh(people: People, signal: AbortSignal): Promise<boolean> {
      const wanted = await wantedRotations(people, options);
      await shelf.refresh(wanted.files, signal);
      if (signal.aborted) return false;
      const kept = await store.all();
      const before = new Map(kept.map(one => [one.address, one]));
      await readAnew(wanted.files, before);
      if (signal.aborted) return false;
      await keepPlaces(wanted, before);
      await forget(kept, wanted);
      return true;
    },
  };
};

import { LoggerService } from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import { breathe } from '../../../../platform/chunks';
import { KeptFile, keepLastValid, keepUnread } from '../engine/keepLastValid';
import { OpenSloFile, openSloReader } from '../engine/openslo/readOpenSlo';
import { ServicePages } from '../ObjectiveBook';
import {
  DocumentStore,
  KeptDocument,
} from '../../../../platform/documents/DocumentStore';
import { TargetsContext } from '../../../../platform/documents/targets';
import { TextShelf } from '../../../../platform/documents/textShelf';
import {
  PlaceFault,
  WantedFile,
  wantedFiles,
  WantedFiles,
} from './wantedFiles';

export type DocumentsOptions = TargetsContext & {
  store: DocumentStore;
  shelf: TextShelf;
  folders: readonly string[];
  atMost: number;
  logger: LoggerService;
};

/** What is kept of a folder that cannot be looked into, or of a limit. */
export type KeptPlace = { problems: KeptFile['problems'] };

const noted = (document: KeptDocument) => document.kept as KeptFile;

/** Everything that what is read of a file depends on, in a few characters. */
const inputsFrom = (shelf: TextShelf) => {
  const lists = new Map<readonly string[], string>();
  const listed = (addresses: readonly string[]): string => {
    const known = lists.get(addresses);
    if (known) return known;
    const hash = createHash('sha256');
    for (const address of addresses) {
      hash.update(`${address}\n${shelf.get(address)?.hash}\n`);
    }
    const digest = hash.digest('base64url');
    lists.set(addresses, digest);
    return digest;
  };
  return (file: WantedFile): string => {
    const { hash, fault } = shelf.get(file.address) ?? {};
    return JSON.stringify([fault, hash, listed(file.with)]);
  };
};

const toOpenSlo = (files: readonly WantedFile[], shelf: TextShelf) =>
  files.flatMap(({ address, place, with: others }): OpenSloFile[] => {
    const text = shelf.get(address)?.text;
    return text === undefined
      ? []
      : [{ name: address, place, text, with: others }];
  });

/** Keeps what OpenSLO files state, and the last that could be read of each. */
export const createDocuments = (options: DocumentsOptions) => {
  const { store, shelf, logger } = options;
  /** by address: what it was read from last */
  const inputs = new Map<string, string>();

  const readAnew = async (
    wanted: readonly WantedFile[],
    before: ReadonlyMap<string, KeptDocument>,
    signal: AbortSignal,
  ) => {
    const read = openSloReader(toOpenSlo(wanted, shelf));
    const inputOf = inputsFrom(shelf);
    const documents: KeptDocument[] = [];
    const fresh = new Map<string, string>();
    for (const file of wanted) {
      if (signal.aborted) return;
      const { address } = file;
      const input = inputOf(file);
      const known = before.get(address);
      const isSame = known && inputs.get(address) === input;
      if (shelf.get(address) && !isSame) {
        documents.push(toDocument(file, known, { read, shelf, store }));
        fresh.set(address, input);
        await breathe();
      }
    }
    await store.put(documents);
    // Only what is kept need not be read again.
    fresh.forEach((input, address) => inputs.set(address, input));
    tell(documents, before, logger);
  };

  const forget = async (
    kept: readonly KeptDocument[],
    { files, unseen, faults }: WantedFiles,
  ) => {
    const wanted = new Set(files.map(({ address }) => address));
    const said = new Set(faults.map(({ address }) => address));
    const gone = kept.filter(({ kind, address, folder }) =>
      kind === 'file'
        ? !wanted.has(address) && !(folder !== undefined && unseen.has(folder))
        : kind === 'place' && !said.has(address),
    );
    gone.forEach(({ address }) => inputs.delete(address));
    await store.remove(gone);
  };

  return {
    async refresh(services: ServicePages, signal: AbortSignal): Promise<void> {
      const wanted = await wantedFiles(services, options);
      await shelf.refresh(wanted.files, signal);
      if (signal.aborted) return;
      const kept = await store.all();
      const before = new Map(
        kept
          .filter(({ kind }) => kind === 'file')
          .map(document => [document.address, document]),
      );
      await readAnew(wanted.files, before, signal);
      if (signal.aborted) return;
      await store.put(placesOf(wanted.faults, kept, store));
      await forget(kept, wanted);
    },
  };
};

/** What is in force of a file now. */
const toDocument = (
  { address, place, folder }: WantedFile,
  known: KeptDocument | undefined,
  from: {
    read: ReturnType<typeof openSloReader>;
    shelf: TextShelf;
    store: DocumentStore;
  },
): KeptDocument => {
  const before = known && noted(known);
  const now = from.store.now();
  const fault = from.shelf.get(address)?.fault;
  const kept =
    fault === undefined
      ? keepLastValid(before, from.read(address), now)
      : keepUnread(before, fault, now);
  return {
    ...{ address, kind: 'file', place, kept },
    ...(folder !== undefined && { folder }),
  };
};

const placesOf = (
  faults: readonly PlaceFault[],
  kept: readonly KeptDocument[],
  store: DocumentStore,
): KeptDocument[] =>
  faults.map(({ address, place, words }) => {
    const old = kept.find(
      document => document.kind === 'place' && document.address === address,
    );
    const [before] = (old?.kept as KeptPlace | undefined)?.problems ?? [];
    const since = before?.words === words ? before.since : store.now();
    return {
      ...{ address, place, kind: 'place' },
      kept: { problems: [{ line: 1, words, since }] },
    };
  });

/** Says once in the log what is new: who looks at pages only sees what is wrong. */
const tell = (
  documents: readonly KeptDocument[],
  before: ReadonlyMap<string, KeptDocument>,
  logger: LoggerService,
) => {
  for (const document of documents) {
    const { address, place } = document;
    const { problems, notes } = noted(document);
    const known = before.get(address) && noted(before.get(address)!);
    const isNew = (words: string) =>
      ![...(known?.problems ?? []), ...(known?.notes ?? [])].some(
        old => old.words === words,
      );
    for (const { line, words } of problems) {
      if (isNew(words)) logger.warn(`${place}, line ${line}: ${words}`);
    }
    for (const { line, words } of notes) {
      if (isNew(words)) logger.info(`${place}, line ${line}: ${words}`);
    }
  }
};

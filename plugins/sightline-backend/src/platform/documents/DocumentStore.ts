import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { Clock } from '../clock';
import { chunks } from '../chunks';

/**
 * - `file`: one that an entity or a folder names
 * - `place`: a folder of them that cannot be looked into, or a limit
 * - `provider`: what a provider said last
 */
export type DocumentKind = 'file' | 'place' | 'provider';

/** What is kept of a place where something is stated. */
export type KeptDocument<Kept = unknown> = {
  /** address of the file, path of the folder, id of the provider */
  address: string;
  kind: DocumentKind;
  /** as people know it */
  place: string;
  /** address of the folder it was found in */
  folder?: string;
  kept: Kept;
};

type Row = {
  id: string;
  kind: DocumentKind;
  address: string;
  place: string;
  folder: string | null;
  hash: string;
  kept: string;
};

const CHUNK = 100;

const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url');

/** An address may be longer than an index takes. */
const idOf = ({ kind, address }: Pick<KeptDocument, 'kind' | 'address'>) =>
  hashOf(`${kind}\n${address}`);

const toRow = (document: KeptDocument): Row => {
  const { kind, address, place, folder = null } = document;
  const kept = JSON.stringify(document.kept);
  const hash = hashOf(JSON.stringify([place, folder, kept]));
  return { id: idOf(document), kind, address, place, folder, hash, kept };
};

const toDocument = ({ kind, address, place, folder, kept }: Row) => ({
  ...{ kind, address, place, kept: JSON.parse(kept) },
  ...(folder !== null && { folder }),
});

/** Keeps the last version that could be read of whatever states something. */
export const createDocumentStore = (options: {
  database: Knex;
  clock: Clock;
  /** each feature has one of its own */
  table: 'slo_document' | 'oncall_document';
}) => {
  const { database, clock } = options;
  const table = () => database<Row>(options.table);
  let cached: { hashes: string; documents: KeptDocument[] } | undefined;

  /** Parsed once: rows change when somebody edits a file. */
  const all = async (): Promise<KeptDocument[]> => {
    const known = await table().select('id', 'hash').orderBy('id');
    const hashes = known.map(({ hash }) => hash).join('\n');
    if (cached?.hashes !== hashes) {
      const rows = await table().select('*').orderBy('id');
      cached = { hashes, documents: rows.map(row => toDocument(row as Row)) };
    }
    return cached.documents;
  };

  return {
    all,
    /** Writes what is new or different; true when something was. */
    async put(documents: readonly KeptDocument[]): Promise<boolean> {
      const rows = documents.map(toRow);
      const known = new Map(
        (await table().select('id', 'hash')).map(({ id, hash }) => [id, hash]),
      );
      const fresh = rows.filter(({ id, hash }) => known.get(id) !== hash);
      const changed_at = clock();
      for (const chunk of chunks(fresh, CHUNK)) {
        await database(options.table)
          .insert(chunk.map(row => ({ ...row, changed_at })))
          .onConflict('id')
          .merge();
      }
      return fresh.length > 0;
    },
    async remove(
      documents: readonly Pick<KeptDocument, 'kind' | 'address'>[],
    ): Promise<void> {
      for (const chunk of chunks(documents.map(idOf), CHUNK)) {
        await table().whereIn('id', chunk).delete();
      }
    },
    now: () => toIso(clock()),
  };
};

export type DocumentStore = ReturnType<typeof createDocumentStore>;

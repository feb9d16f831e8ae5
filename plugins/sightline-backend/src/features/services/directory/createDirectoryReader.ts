import {
  Evidence,
  Millis,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import { readState } from '../ServicesState';
import { DeclaredService } from '../engine/DeclaredService';
import {
  DeclaredNeeds,
  Directory,
  DirectoryApi,
  DirectoryEntry,
  DirectoryReader,
} from './Directory';

export type DirectoryOptions = {
  database: Knex;
  clock: Clock;
  /** for how long a sweep of the catalog may be believed */
  validFor: Millis;
  keptFor?: Millis;
};

type ServiceRow = { ref: string; row: string };
type NeedsRow = { ref: string; declared: string; dependencies: string };
type EntityRow = {
  ref: string;
  name: string;
  type: string | null;
  owner: string | null;
  system: string | null;
  providers: string;
};

/** Small enough that nobody waits while it is parsed. */
const PAGE = 500;

const pageOf = (query: Knex.QueryBuilder, after: string) =>
  query.where('ref', '>', after).orderBy('ref').limit(PAGE);

/** Read page by page in the order of the key, so that no statement grows with the fleet. */
async function* pages<Row extends { ref: string }>(
  ask: (after: string) => PromiseLike<Row[]>,
): AsyncGenerator<Row> {
  let after = '';
  for (;;) {
    const rows = await ask(after);
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1].ref;
    await breathe();
  }
}

const toEntry = ({ row }: ServiceRow): DirectoryEntry => {
  const { ref, title, name, owner, system, tier } = JSON.parse(row);
  return {
    ref,
    name: title ?? name,
    ...(owner && { owner: { ref: owner.ref, name: owner.name } }),
    ...(system && { system }),
    ...(tier && { tier }),
  };
};

const toNeeds = (row: NeedsRow): DeclaredNeeds => {
  const { annotations } = JSON.parse(row.declared) as DeclaredService;
  const file =
    annotations['backstage.io/edit-url'] ??
    annotations['backstage.io/managed-by-location']?.replace(/^url:/, '');
  return {
    dependencies: JSON.parse(row.dependencies),
    ...(file && { file }),
  };
};

const readServices = async (database: Knex) => {
  const services = new Map<string, DirectoryEntry>();
  const ask = (after: string) =>
    pageOf(database('services_service'), after).select('ref', 'row');
  for await (const row of pages<ServiceRow>(ask)) {
    services.set(row.ref, toEntry(row));
  }
  return services;
};

const readNeeds = async (database: Knex) => {
  const needs = new Map<string, DeclaredNeeds>();
  const columns = ['ref', 'declared', 'dependencies'];
  const ask = (after: string) =>
    pageOf(database('services_declared'), after).select(columns);
  for await (const row of pages<NeedsRow>(ask)) {
    needs.set(row.ref, toNeeds(row));
  }
  return needs;
};

const readEntities = async (database: Knex, kind: string) => {
  const rows: EntityRow[] = [];
  const columns = ['ref', 'name', 'type', 'owner', 'system', 'providers'];
  const ask = (after: string) =>
    pageOf(database('services_entity'), after).where({ kind }).select(columns);
  for await (const row of pages<EntityRow>(ask)) rows.push(row);
  return rows;
};

/** Owners and systems are named as the mirror keeps them anyway. */
const readNames = async (database: Knex) => {
  const names = new Map<string, string>();
  for (const kind of ['group', 'user', 'system']) {
    for (const { ref, name } of await readEntities(database, kind)) {
      names.set(ref, name);
    }
  }
  return (ref: string | null) =>
    ref === null ? undefined : { ref, name: names.get(ref) ?? ref };
};

const readResources = async (database: Knex) => {
  const named = await readNames(database);
  const rows = await readEntities(database, 'resource');
  return new Map(
    rows.map((row): [string, DirectoryEntry] => {
      const owner = named(row.owner);
      const system = named(row.system);
      const entry = {
        ...{ ref: row.ref, name: row.name },
        ...(owner && { owner }),
        ...(system && { system }),
        ...(row.type !== null && { type: row.type }),
      };
      return [row.ref, entry];
    }),
  );
};

const readApis = async (database: Knex) => {
  const rows = await readEntities(database, 'api');
  return new Map(
    rows.map(({ ref, type, providers }): [string, DirectoryApi] => [
      ref,
      {
        ...{ ref, providers: JSON.parse(providers) },
        ...(type !== null && { type }),
      },
    ]),
  );
};

const evidenceOf = async ({
  database,
  validFor,
}: Pick<DirectoryOptions, 'database' | 'validFor'>): Promise<Evidence> => ({
  source: 'catalog',
  observedAt: toIso((await readState(database)).sweptAt ?? 0),
  validFor,
});

const readDirectory = async ({
  database,
  validFor,
}: DirectoryOptions): Promise<Directory> => ({
  evidence: await evidenceOf({ database, validFor }),
  services: await readServices(database),
  needs: await readNeeds(database),
  resources: await readResources(database),
  apis: await readApis(database),
});

/**
 * Those who ask at once share one reading, and so do those who come soon after,
 * as long as no list of services changed.
 */
export const createDirectoryReader = (
  options: DirectoryOptions,
): DirectoryReader => {
  const { clock, keptFor = 15_000 } = options;
  let kept:
    | { at: number; generation: number; directory: Promise<Directory> }
    | undefined;
  return {
    async read() {
      const { generation } = await readState(options.database);
      const now = clock();
      const isOld = !kept || now - kept.at >= keptFor;
      if (isOld || kept?.generation !== generation) {
        const directory = readDirectory(options);
        const reading = { at: now, generation, directory };
        kept = reading;
        reading.directory.catch(() => {
          if (kept === reading) kept = undefined;
        });
      }
      return kept!.directory;
    },
  };
};

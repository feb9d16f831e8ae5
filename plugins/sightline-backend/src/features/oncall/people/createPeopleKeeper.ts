import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { breathe, chunks } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import { historyKeptFor } from '../historyKeptFor';
import { Gone, People, peopleFrom } from './People';
import { entityFields, KnownEntity, toEntity } from './toEntity';

export type PeopleOptions = {
  database: Knex;
  clock: Clock;
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  logger: Pick<LoggerService, 'warn'>;
};

type Row = {
  ref: string;
  kind: string;
  hash: string;
  document: string;
  gone_at: number | string | null;
};

/** More than these no catalog has; they are kept in memory. */
const MOST = 200_000;
const CHUNK = 100;

const toRow = (entity: KnownEntity): Row => {
  const document = JSON.stringify(entity);
  const hash = createHash('sha256').update(document).digest('base64url');
  return { ref: entity.ref, kind: entity.kind, hash, document, gone_at: null };
};

const toPeople = (rows: readonly Row[]): People => {
  const entities: KnownEntity[] = [];
  const gone: Gone[] = [];
  for (const { document, gone_at } of rows) {
    const entity: KnownEntity = JSON.parse(document);
    if (gone_at === null) entities.push(entity);
    else gone.push({ entity, goneAt: Number(gone_at) });
  }
  return peopleFrom(entities, gone);
};

/**
 * Users and groups of the catalog: read now and then, and kept for times at which
 * the catalog does not answer, which makes nobody unknown. Who left is remembered
 * as long as history is: they were on call then.
 */
export const createPeopleKeeper = (options: PeopleOptions) => {
  const { database, clock, catalog, auth, logger } = options;
  const table = () => database<Row>('oncall_entity');
  let current: People | undefined;

  const ask = async (signal: AbortSignal): Promise<KnownEntity[]> => {
    const credentials = await auth.getOwnServiceCredentials();
    const found = new Map<string, KnownEntity>();
    const pages = catalog.streamEntities(
      { filter: { kind: ['User', 'Group'] }, fields: entityFields },
      { credentials },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      for (const entity of page.slice(0, MOST - found.size)) {
        const known = toEntity(entity);
        found.set(known.ref, known);
      }
      await breathe();
    }
    if (found.size === MOST) {
      logger.warn(`On-call knows the first ${MOST} users and groups alone`);
    }
    return [...found.values()];
  };

  const keep = async (entities: readonly KnownEntity[]) => {
    const kept = await table().select('ref', 'hash', 'gone_at');
    const known = new Map(kept.map(row => [row.ref, row]));
    const rows = entities.map(toRow);
    const fresh = rows.filter(({ ref, hash }) => {
      const before = known.get(ref);
      known.delete(ref);
      return before?.hash !== hash || before.gone_at !== null;
    });
    for (const chunk of chunks(fresh, CHUNK)) {
      await table().insert(chunk).onConflict('ref').merge();
      await breathe();
    }
    const left = [...known.values()].filter(({ gone_at }) => gone_at === null);
    for (const chunk of chunks(left, CHUNK)) {
      const refs = chunk.map(({ ref }) => ref);
      await table().whereIn('ref', refs).update({ gone_at: clock() });
    }
    await table()
      .where('gone_at', '<', clock() - historyKeptFor)
      .delete();
  };

  const readKept = async (): Promise<People | undefined> => {
    const rows = (await table().orderBy('ref')) as Row[];
    return rows.length === 0 ? undefined : toPeople(rows);
  };

  return {
    /** asks the catalog; throws when it does not answer */
    async refresh(signal: AbortSignal): Promise<void> {
      await keep(await ask(signal));
      current = await readKept();
    },
    /** undefined while nobody was ever heard of */
    async read(): Promise<People | undefined> {
      current ??= await readKept();
      return current;
    },
  };
};

export type PeopleKeeper = ReturnType<typeof createPeopleKeeper>;

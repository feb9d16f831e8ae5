import {
  Evidence,
  ServiceRef,
  ServiceRow,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  Position,
  readCursor,
  writeCursor,
} from '../../../platform/paging/cursor';
import { checkLimit, MAX_LIMIT } from '../../../platform/paging/limit';
import { inChunks } from '../../../platform/chunks';
import { readState, ServicesState } from '../ServicesState';
import { csvHeader, csvRow } from './csv';
import { readFacets } from './facets';
import { ListRow, Ordered, readRows } from './readRows';
import { GenerationCache } from '../../../platform/paging/GenerationCache';
import {
  applySelection,
  hashOf,
  normalise,
  ResolvedSelection,
  resolveOwners,
} from './selection';
import {
  ServiceFacets,
  ServiceListReader,
  ServicesQuery,
  ServicesSelection,
  serviceSorts,
  ServicesPage,
  SparseServiceRow,
} from './ServiceListReader';

const MINUTE = 60_000;

export type ListReaderOptions = {
  database: Knex;
  /** for how long a sweep of the catalog may be believed */
  validFor: number;
};

const orderOf = ({ sort = 'name', order = 'asc' }: ServicesQuery): Ordered => {
  if (!serviceSorts.includes(sort)) {
    throw new InputError(
      `sort must be one of ${serviceSorts.join(', ')}, not '${sort}'`,
    );
  }
  if (order !== 'asc' && order !== 'desc') {
    throw new InputError(`order must be asc or desc, not '${order}'`);
  }
  return { sort, order };
};

const pick = (
  row: ServiceRow,
  fields: ServicesQuery['fields'],
): SparseServiceRow => {
  if (!fields || fields.length === 0) {
    return row;
  }
  const wanted = new Set<string>(['ref', ...fields]);
  return Object.fromEntries(
    Object.entries(row).filter(([field]) => wanted.has(field)),
  ) as SparseServiceRow;
};

export const createServiceListReader = (
  options: ListReaderOptions,
): ServiceListReader => {
  const { database, validFor } = options;
  const totals = new GenerationCache<number>(500);
  const facets = new GenerationCache<ServiceFacets>(100);

  const evidenceAt = (at: number): Evidence => ({
    source: 'catalog',
    observedAt: toIso(at),
    validFor,
  });

  /** A sweep confirms every row it did not change. */
  const toRow =
    (state: ServicesState) =>
    (stored: ListRow): ServiceRow => ({
      ...JSON.parse(stored.row),
      aliases: stored.aliases,
      ...(stored.slo !== null && { slo: JSON.parse(stored.slo) }),
      ...(stored.drift !== null && { drift: JSON.parse(stored.drift) }),
      ...(stored.contracts !== null && {
        contracts: JSON.parse(stored.contracts),
      }),
      ...(stored.health !== null && { health: JSON.parse(stored.health) }),
      ...(stored.lastDeploy !== null && {
        lastDeploy: JSON.parse(stored.lastDeploy),
      }),
      ...(stored.onCall !== null && { onCall: JSON.parse(stored.onCall) }),
      evidence: evidenceAt(
        Math.max(Number(stored.observed_at), state.sweptAt ?? 0),
      ),
    });

  const total = (selection: ResolvedSelection, generation: number) =>
    totals.get(hashOf(selection), generation, async () => {
      const [row] = await database('services_service')
        .modify(query => applySelection(query, selection))
        .count({ n: '*' });
      return Number(row.n);
    });

  /**
   * The minute of the last sweep is part of it: rows say when they were last
   * confirmed, and an answer kept by its etag for hours would say too early.
   */
  const etag = (query: ServicesQuery, state: ServicesState) =>
    `"${state.generation}-${Math.floor((state.sweptAt ?? 0) / MINUTE)}-${hashOf(
      [
        normalise(query),
        query.sort,
        query.order,
        query.limit,
        query.cursor,
        query.fields,
      ],
    )}"`;

  const page = async (query: ServicesQuery): Promise<ServicesPage> => {
    const limit = checkLimit(query.limit);
    const ordered = orderOf(query);
    const asked = normalise(query);
    const list = hashOf([asked, ordered]);
    const after = query.cursor ? readCursor(query.cursor, list) : undefined;
    // Read first: what changes meanwhile makes the etag too old, never too new.
    const state = await readState(database);
    const selection = await resolveOwners(database, asked);
    const passing = await total(selection, state.generation);
    const fleet = await total(normalise({}), state.generation);
    const found = await readRows(database, selection, {
      ...ordered,
      after,
      limit: limit + 1,
      total: passing,
      fleet,
    });
    const rows = found.slice(0, limit);
    const last = rows[rows.length - 1];
    return {
      items: rows.map(toRow(state)).map(row => pick(row, query.fields)),
      total: passing,
      of: await total({ filter: {}, scope: asked.scope }, state.generation),
      ...(found.length > limit && {
        nextCursor: writeCursor({ key: last.key, id: last.ref }, list),
      }),
      ...(state.sweptAt !== undefined && {
        evidence: evidenceAt(state.sweptAt),
      }),
      etag: etag(query, state),
    };
  };

  const readAllFacets = async (selection: ServicesSelection) => {
    const state = await readState(database);
    const asked = normalise(selection);
    const counted = await facets.get(
      hashOf(asked),
      state.generation,
      async () => readFacets(database, await resolveOwners(database, asked)),
    );
    return { ...counted, etag: etag(selection, state) };
  };

  async function* csv(query: ServicesQuery) {
    const ordered = orderOf(query);
    const selection = await resolveOwners(database, normalise(query));
    const state = await readState(database);
    const size = {
      total: await total(selection, state.generation),
      fleet: await total(normalise({}), state.generation),
    };
    yield csvHeader();
    let after: Position | undefined;
    for (let more = true; more; ) {
      const rows = await readRows(database, selection, {
        ...ordered,
        ...size,
        after,
        limit: MAX_LIMIT,
      });
      yield* rows.map(toRow(state)).map(csvRow);
      const last = rows[rows.length - 1];
      after = last && { key: last.key, id: last.ref };
      more = rows.length === MAX_LIMIT;
    }
  }

  return {
    page,
    facets: readAllFacets,
    csv,
    etagOf: async query => etag(query, await readState(database)),
    count: async () =>
      total(normalise({}), (await readState(database)).generation),
    async ownersOf(refs) {
      const rows = await inChunks(refs, 500, chunk =>
        database('services_service')
          .whereIn('ref', chunk)
          .select('ref', 'owner_ref'),
      );
      return new Map(
        rows.map(row => [row.ref as ServiceRef, row.owner_ref ?? undefined]),
      );
    },
  };
};

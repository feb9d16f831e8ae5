import {
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { readCursor, writeCursor } from '../../../platform/paging/cursor';
import { checkLimit } from '../../../platform/paging/limit';
import { inChunks } from '../../../platform/chunks';
import { searchWords } from '../engine/searchText';
import { hashOf } from '../list/selection';
import { readState } from '../ServicesState';
import { AliasesQuery, AliasReader, ResolvedName } from './AliasReader';
import { nameId, NameRow, outsideOf, toAlias } from './nameRow';

const inUse = ['annotated', 'accepted', 'matched'];
const CHUNK = 500;

const select = (query: Knex.QueryBuilder, asked: AliasesQuery) => {
  const { kind, state, service, source, q } = asked;
  if (kind) query.where('kind', kind);
  if (state && state.length > 0) query.whereIn('state', [...state]);
  if (service) query.where('service', service.toLocaleLowerCase('en-US'));
  if (source) query.where('source', source);
  for (const word of searchWords(q ?? '')) {
    const escaped = word.replace(/[\\%_]/g, found => `\\${found}`);
    query.whereRaw("search like ? escape '\\'", [`%${escaped}%`]);
  }
};

const toResolved = (row: NameRow): ResolvedName => ({
  service: row.service as ServiceRef,
  state: row.state as ResolvedName['state'],
  score: Math.round((row.score ?? 0) * 100) / 100,
});

export const createAliasReader = (database: Knex): AliasReader => {
  const byIds = (ids: readonly string[]): Promise<NameRow[]> =>
    inChunks(ids, CHUNK, chunk =>
      database('services_name').whereIn('id', chunk),
    );

  /** A name accepted for a service that is gone stands for nothing until it is back. */
  const usable = (ids: readonly string[]): Promise<NameRow[]> =>
    inChunks(ids, CHUNK, chunk =>
      database('services_name as n')
        .join('services_service as s', 's.ref', 'n.service')
        .whereIn('n.id', chunk)
        .whereIn('n.state', inUse)
        .select('n.*'),
    );

  const resolveAll: AliasReader['resolveAll'] = async names => {
    const ids = names.map(nameId);
    const rows = new Map(
      (await usable([...new Set(ids)])).map(row => [row.id, row]),
    );
    return ids.map(id => {
      const row = rows.get(id);
      return row && toResolved(row);
    });
  };

  return {
    async page(asked) {
      const limit = checkLimit(asked.limit);
      const { cursor, limit: _, ...filter } = asked;
      const list = hashOf(['aliases', filter]);
      const after = cursor ? readCursor(cursor, list) : undefined;
      const found: NameRow[] = await database('services_name')
        .modify(query => select(query, asked))
        .modify(query => {
          if (after) {
            query.whereRaw('(name_key, id) > (?, ?)', [after.key, after.id]);
          }
        })
        .orderBy(['name_key', 'id'])
        .limit(limit + 1);
      const [{ n }] = await database('services_name')
        .modify(query => select(query, asked))
        .count({ n: '*' });
      const rows = found.slice(0, limit);
      const last = rows[rows.length - 1];
      return {
        items: rows.map(toAlias),
        total: Number(n),
        ...(found.length > limit && {
          nextCursor: writeCursor({ key: last.name_key, id: last.id }, list),
        }),
      };
    },

    byIds: async ids => (await byIds(ids)).map(toAlias),

    async ofService(ref) {
      const rows: NameRow[] = await database('services_name')
        .where('service', ref)
        .orderBy(['name_key', 'id'])
        .limit(CHUNK);
      return rows.map(toAlias);
    },

    resolve: async (kind, name, namespace = '') =>
      (await resolveAll([{ kind, name, namespace }]))[0],

    resolveAll,

    version: async () => (await readState(database)).generation,

    async namesOf(refs) {
      const rows: NameRow[] = await inChunks(refs, CHUNK, chunk =>
        database('services_name')
          .whereIn('service', chunk)
          .whereIn('state', inUse)
          .orderBy(['name_key', 'id']),
      );
      const names = new Map<ServiceRef, OutsideName[]>();
      for (const row of rows) {
        const ref = row.service as ServiceRef;
        names.set(ref, [...(names.get(ref) ?? []), outsideOf(row)]);
      }
      return names;
    },
  };
};
